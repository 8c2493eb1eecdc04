type CheckFieldProps = {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
};

/** A checkbox with its label. */
export function CheckField({ label, isChecked, onChange }: CheckFieldProps) {
  return (
    <label className="inline-flex min-h-6 cursor-pointer items-center gap-1.5 justify-self-start">
      <input
        type="checkbox"
        className="size-3.5 accent-action"
        checked={isChecked}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      {label}
    </label>
  );
}
