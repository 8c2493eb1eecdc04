"use client";

type Option<Value extends string> = { readonly value: Value; readonly label: string };

type SegmentedChoiceProps<Value extends string> = {
  /** Accessible name of the group. */
  label: string;
  options: readonly Option<Value>[];
  chosen: Value;
  onChoose: (value: Value) => void;
};

/** A radio group drawn as adjacent segments. */
export function SegmentedChoice<Value extends string>({
  label,
  options,
  chosen,
  onChoose,
}: SegmentedChoiceProps<Value>) {
  return (
    <div
      role="group"
      aria-label={label}
      className="flex overflow-hidden rounded-control border border-border bg-panel text-secondary"
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={`min-h-6 flex-1 cursor-pointer px-1.5 whitespace-nowrap -outline-offset-2 max-roomy:min-h-8 ${option.value === chosen ? "bg-selected font-semibold text-text" : "text-text-muted hover:bg-hover"}`}
          aria-pressed={option.value === chosen}
          onClick={() => {
            onChoose(option.value);
          }}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
