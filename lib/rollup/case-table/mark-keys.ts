const comma = 44;
const zero = 48;

/** Marks with 1 each key of a list of whole numbers separated by commas; keys beyond the end are left out. */
export function markKeys(marks: Uint8Array, list: string): void {
  let key = 0;
  for (let at = 0; at <= list.length; at += 1) {
    const code = at < list.length ? list.charCodeAt(at) : comma;
    if (code !== comma) key = key * 10 + code - zero;
    else {
      if (list.length > 0 && key < marks.length) marks[key] = 1;
      key = 0;
    }
  }
}
