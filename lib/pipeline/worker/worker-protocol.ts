import type { DomainErrorCode } from "@/lib/domain/domain-error";
import type { Scope } from "@/lib/domain/people/permission";
import type { Upload } from "@/lib/domain/settings/upload";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { ChangeAnswer, WorkspaceChange } from "@/lib/domain/settings/workspace-change";

/** One body of spans or log records sent to the worker. */
export type TracesJob = {
  readonly type: "traces";
  readonly id: number;
  /** The decompressed body in chunks, to be joined where it is decoded. */
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  readonly encoding: "json" | "protobuf";
  /** Absent: traces. */
  readonly signal?: "traces" | "logs";
  /** Whether its spans replace those of the same ids that differ; absent: not. */
  readonly replaces?: boolean;
  /** The token or the address that it came with: each gets a fair share. */
  readonly sender: string;
  /** Public id of the token that it came with; absent: it came without. */
  readonly token?: string;
};

/** A user's change from a page. */
export type ChangeJob = {
  readonly type: "change";
  readonly id: number;
  readonly workspace: WorkspaceName;
  readonly change: WorkspaceChange;
  /** The user's scope; null: all cases. */
  readonly scope: Scope | null;
};

/** Notifies of a complete upload in the data folder. Has no reply. */
export type UploadsNotice = { readonly type: "uploads" };

/** Asks whether the writer answers at all. */
export type PingRequest = { readonly type: "ping"; readonly id: number };

/** Asks the writer to finish what it has, and to end its thread. Has no reply. */
export type StopRequest = { readonly type: "stop" };

export type WorkerRequest = TracesJob | ChangeJob | UploadsNotice | PingRequest | StopRequest;

/** The result of one body, sent after the commit. */
export type SubmitResult = {
  readonly accepted: number;
  /** Spans kept in place of stored ones of the same ids that differ. */
  readonly overwritten: number;
  readonly duplicate: number;
  /** Spans that differ from the stored ones of the same ids, which stand. */
  readonly differing: number;
  readonly rejected: number;
  /** Spans of erased customers, which were not stored. */
  readonly erased: number;
  /** Spans older than the retention, which were not stored. */
  readonly expired: number;
  /** The first reasons of rejects, without personal data. */
  readonly firstReasons: readonly string[];
  /** True if nothing of the body could be decoded. */
  readonly isUndecodable: boolean;
};

/** Why derivation failed, which will be tried again; holds no personal data. */
export type ProblemNews = { readonly type: "problem"; readonly why: string };

/** Entries of a workspace's queue whose results were stored. */
export type SettledNews = {
  readonly type: "settled";
  readonly workspace: WorkspaceName;
  readonly entries: number;
};

export type UploadNews = { readonly type: "upload"; readonly upload: Upload };

/** The reply to one request: all of it is committed, or nothing. */
export type WorkerReply =
  /** `fault`: a sentence why nothing can be stored now; null: it can. */
  | { readonly type: "pong"; readonly id: number; readonly fault: string | null }
  | { readonly type: "stored"; readonly id: number; readonly result: SubmitResult }
  | { readonly type: "changed"; readonly id: number; readonly answer: ChangeAnswer }
  | {
      readonly type: "refused";
      readonly id: number;
      readonly code: DomainErrorCode;
      readonly message: string;
    }
  | { readonly type: "failed"; readonly id: number; readonly message: string };
