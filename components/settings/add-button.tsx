import { buttonClasses } from "../ui/button-classes";

type AddButtonProps = {
  /** After "Add", for readers of the screen: "the case type". */
  thing: string;
  /** What would be added; nothing: the button is off. */
  typed: string;
  onAdd: () => void;
};

/** Adds what was typed beside it. */
export function AddButton({ thing, typed, onAdd }: AddButtonProps) {
  return (
    <button
      type="button"
      className={`${buttonClasses.default} cursor-pointer disabled:cursor-default disabled:text-text-faint`}
      disabled={typed === ""}
      onClick={onAdd}
    >
      Add<span className="sr-only"> {thing}</span>
    </button>
  );
}
