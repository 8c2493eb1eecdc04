import type { DaysChoice } from "@/lib/analytics/findings/finding-model";
import { buttonClasses } from "../ui/button-classes";

type DaysFormProps = {
  days: DaysChoice;
  /** Instead of the form's own address. */
  onChoose?: ((days: { readonly from: string; readonly to: string }) => void) | undefined;
};

const dayLook =
  "min-h-7 min-w-0 rounded-control border border-border-strong bg-panel px-1.5 text-secondary max-roomy:min-h-9";

/** Two days of one's own, both included. */
export function DaysForm({ days, onChoose }: DaysFormProps) {
  return (
    <form
      className="grid gap-2 border-t border-border px-2 pt-2"
      action={days.path}
      onSubmit={(event) => {
        if (onChoose === undefined) return;
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const [one, other] = [data.get("from"), data.get("to")].map(String).sort();
        if (one !== undefined && other !== undefined) onChoose({ from: one, to: other });
      }}
    >
      {days.others.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="grid grid-cols-2 gap-2">
        <label className="grid min-w-0 gap-0.5 text-axis text-text-faint">
          From
          <input className={dayLook} type="date" name="from" defaultValue={days.from} required />
        </label>
        <label className="grid min-w-0 gap-0.5 text-axis text-text-faint">
          To, inclusive
          <input className={dayLook} type="date" name="to" defaultValue={days.to} required />
        </label>
      </div>
      <button className={`${buttonClasses.default} cursor-pointer justify-self-end`}>
        Show these days
      </button>
    </form>
  );
}
