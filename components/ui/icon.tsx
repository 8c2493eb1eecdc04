import type { IconName } from "./icon-sprite";

/** A 14 px stroke icon. It says nothing to a screen reader: the word stands beside it. */
export function Icon({ name, isBold = false }: { name: IconName; isBold?: boolean }) {
  return (
    <svg className={isBold ? "icon icon-bold" : "icon"} viewBox="0 0 16 16" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
