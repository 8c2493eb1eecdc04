import type { WorkspaceName } from "@/lib/domain/workspace";

export const reportFormats = ["text", "json", "markdown", "junit"] as const;

export type GateOptions = {
  readonly workspace: WorkspaceName;
  readonly format: (typeof reportFormats)[number];
  /** A file, or what is stored under this name. */
  readonly cohort?: string;
  readonly candidate?: string;
  readonly baseline?: string;
  readonly labels?: string;
  readonly policy?: string;
  readonly record?: string;
  readonly min?: string;
  readonly explain?: string;
  /** A run whose latest verdict somebody answers for, who, and why. */
  readonly signOff?: string;
  readonly name?: string;
  readonly reason?: string;
  /** A shell command that replays the cohort's cases. */
  readonly replay?: string;
  readonly replayTimeout: string;
  /** The name of the run that the replay makes. */
  readonly run?: string;
};
