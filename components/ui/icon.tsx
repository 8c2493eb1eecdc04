import type { IconName } from "./icon-sprite";

/** A decorative 14 px stroke icon. */
export function Icon({ name, isBold = false }: { name: IconName; isBold?: boolean }) {
  return (
    <svg className={isBold ? "icon icon-bold" : "icon"} viewBox="0 0 16 16" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
