/** The letter of an annotation on a chart, or the letters of several at one place. */
export function MarkerLetter({ letter }: { letter: string }) {
  return (
    <span aria-hidden="true" className="marker-letter">
      {letter}
    </span>
  );
}
