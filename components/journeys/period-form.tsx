import { buttonClasses } from "../ui/button-classes";
import { periodWords } from "@/lib/pages/journeys/words";

type PeriodFormProps = {
  days: { readonly from: string; readonly to: string };
  /** The other filters, as a query string. */
  search: string;
};

const dayLook =
  "min-h-7 min-w-0 rounded-control border border-border-strong bg-panel px-1.5 text-secondary text-text";

/** A period filter as a GET form. */
export function PeriodForm({ days, search }: PeriodFormProps) {
  return (
    <form
      key={`${days.from} ${days.to}`}
      action="/cases"
      className="flex flex-wrap items-end gap-2 text-secondary text-text-muted print:hidden"
    >
      {[...new URLSearchParams(search)].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" {...{ name, value }} />
      ))}
      <span className="pb-1">{periodWords.about}</span>
      <label className="grid gap-0.5 text-axis">
        {periodWords.from}
        <input className={dayLook} type="date" name="from" defaultValue={days.from} required />
      </label>
      <label className="grid gap-0.5 text-axis">
        {periodWords.to}
        <input className={dayLook} type="date" name="to" defaultValue={days.to} required />
      </label>
      <button type="submit" className={`${buttonClasses.default} cursor-pointer`}>
        {periodWords.list}
      </button>
    </form>
  );
}
