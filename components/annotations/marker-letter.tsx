/** The letter of an annotation on a chart, or the letters of several at one place. */
export function MarkerLetter({ letter }: { letter: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid h-3.5 min-w-3.5 flex-none place-items-center rounded-[3px] border border-text-muted bg-panel px-0.5 text-[9px] whitespace-nowrap leading-none font-semibold text-text-muted"
    >
      {letter}
    </span>
  );
}
