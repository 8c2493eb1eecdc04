import type { DomainErrorCode } from "@/lib/domain/domain-error";
import type { Scope } from "@/lib/domain/people/permission";
import type { Upload } from "@/lib/domain/settings/upload";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { ChangeAnswer, WorkspaceChange } from "@/lib/domain/settings/workspace-change";

/** One body of spans on its way to the worker. */
export type TracesJob = {
  readonly type: "traces";
  readonly id: number;
  /** What was sent, decompressed, in parts to be joined where it is decoded. */
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  readonly encoding: "json" | "protobuf";
};

/** What a person changed from a page. */
export type ChangeJob = {
  readonly type: "change";
  readonly id: number;
  readonly workspace: WorkspaceName;
  readonly change: WorkspaceChange;
  /** What of its cases whoever asks sees; null: all. */
  readonly scope: Scope | null;
};

/** Says that a file which a page sent is whole in the data folder. It has no answer. */
export type UploadsNotice = { readonly type: "uploads" };

export type WorkerRequest = TracesJob | ChangeJob | UploadsNotice;

/** What became of one body. Sent when its spans are committed. */
export type SubmitResult = {
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** The first reasons for refusal, without personal data. */
  readonly firstReasons: readonly string[];
  /** True where nothing of the body could be read. */
  readonly isUndecodable: boolean;
};

/** Something that went wrong and will be tried again; its words hold no personal data. */
export type WorkerProblem = {
  readonly type: "problem";
  readonly message: string;
  /** Microseconds since 1970. */
  readonly atUs: number;
};

/** How far a file is that a page sent. */
export type UploadNews = { readonly type: "upload"; readonly upload: Upload };

/** The answer to one request: what it asked for is committed, or nothing of it is. */
export type WorkerReply =
  | { readonly type: "stored"; readonly id: number; readonly result: SubmitResult }
  | { readonly type: "changed"; readonly id: number; readonly answer: ChangeAnswer }
  | {
      readonly type: "refused";
      readonly id: number;
      readonly code: DomainErrorCode;
      readonly message: string;
    }
  | { readonly type: "failed"; readonly id: number; readonly message: string };
