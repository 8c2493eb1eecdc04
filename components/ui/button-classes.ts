const shared =
  "inline-flex min-h-7 items-center gap-1.5 rounded-control border px-2.5 whitespace-nowrap max-roomy:min-h-8";

/** The looks of a button, for real buttons and for links that act like one. */
export const buttonClasses = {
  default: `${shared} border-border border-b-border-strong bg-panel text-text hover:bg-hover`,
  quiet: `${shared} border-transparent text-text-muted hover:bg-hover`,
  primary: `${shared} border-action bg-action font-semibold text-action-text`,
} as const;
