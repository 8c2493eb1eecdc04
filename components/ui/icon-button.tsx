import type { ComponentProps } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-sprite";

type IconButtonProps = Pick<
  ComponentProps<"button">,
  "onClick" | "aria-pressed" | "aria-expanded" | "aria-controls" | "disabled"
> & {
  icon: IconName;
  /** Accessible name and title. */
  label: string;
};

/** An icon button. */
export function IconButton({ icon, label, ...button }: IconButtonProps) {
  return (
    <button
      type="button"
      className="grid size-7 flex-none cursor-pointer place-items-center rounded-control text-text-faint hover:bg-hover hover:text-text disabled:cursor-default max-roomy:size-9"
      aria-label={label}
      title={label}
      {...button}
    >
      <Icon name={icon} />
    </button>
  );
}
