import { Icon } from "./icon";

/** A decorative checkbox; its owner carries the state for screen readers. */
export function CheckMark({ isChecked }: { isChecked: boolean }) {
  const look = isChecked
    ? "border-action bg-action text-action-text"
    : "border-border-strong bg-panel";
  return (
    <span
      className={`grid size-3.5 flex-none place-items-center rounded-[3px] border ${look}`}
      aria-hidden="true"
    >
      {isChecked ? <Icon name="pass" isBold /> : null}
    </span>
  );
}
