const range = /(<?[\d.,]+–[\d.,]+%?)/;

/** A text in which a line never ends within a range such as "83–100%". */
export function Unbroken({ words }: { words: string }) {
  return words.split(range).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
