const shared =
  "inline-flex min-h-7 items-center gap-1.5 rounded-control border px-2.5 whitespace-nowrap max-roomy:min-h-8";

/** Classes of buttons and of links that look like one. */
export const buttonClasses = {
  default: `${shared} border-border border-b-border-strong bg-panel text-text hover:bg-hover`,
  quiet: `${shared} border-transparent text-text-muted hover:bg-hover`,
  primary: `${shared} border-action bg-action font-semibold text-action-text`,
} as const;
