/** The letter of a marker, or how many stand in one place, in a small box. */
export function MarkerLetter({ letter }: { letter: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-3.5 flex-none place-items-center rounded-[3px] border border-text-muted bg-panel text-[9px] leading-none font-semibold text-text-muted"
    >
      {letter}
    </span>
  );
}
