"use client";

import Link from "next/link";
import { roleNames, roles, type Role } from "@/lib/domain/people/permission";
import type { SavedViewLine, SavedViewsModel } from "@/lib/format/layout/saved-views-model";
import { buttonClasses } from "../ui/button-classes";
import { CheckField } from "../ui/check-field";
import { Dialog } from "../ui/dialog";
import { useMutation } from "../ui/use-mutation";
import type { ViewActions } from "./view-actions";
import { ProblemNote } from "../ui/problem-note";

type ManageViewsDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  views: SavedViewsModel;
  actions: ViewActions;
};

/** The viewer's saved views of a page: owner, default roles, share, remove. */
export function ManageViewsDialog({ isOpen, onClose, views, actions }: ManageViewsDialogProps) {
  return (
    <Dialog
      title="Saved views of this page"
      description={
        views.choosesDefaults
          ? "Whoever has a role begins with its view when they open the page from the navigation."
          : "What a role begins with is chosen by engineers and admins."
      }
      isOpen={isOpen}
      onOpenChange={onClose}
    >
      {views.lines.length === 0 ? <p>Nothing is saved.</p> : null}
      <ul aria-label="Saved views" className="grid">
        {views.lines.map((line) => (
          <ViewItem key={line.id} line={line} views={views} actions={actions} onOpen={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}

type ViewItemProps = Pick<ManageViewsDialogProps, "views" | "actions"> & {
  line: SavedViewLine;
  onOpen: () => void;
};

function ViewItem({ line, views, actions, onOpen }: ViewItemProps) {
  const { isBusy, problem, submit } = useMutation();
  const { id, name, search, isOwn, isShared, isChangeable } = line;
  const { path, choosesDefaults } = views;
  return (
    <li className="grid gap-1 border-t border-border py-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <Link
            className="[overflow-wrap:anywhere] text-link hover:underline"
            href={line.href}
            prefetch={false}
            onClick={onOpen}
          >
            {name}
          </Link>
          <p className="text-secondary text-text-muted">
            {line.words}
            {choosesDefaults ? null : defaultWords(line.defaultFor)}
          </p>
        </div>
        {isOwn && isChangeable ? (
          <button
            type="button"
            className={`${buttonClasses.default} cursor-pointer`}
            aria-label={isShared ? `Keep ${name} to oneself` : `Share ${name}`}
            disabled={isBusy}
            onClick={() => {
              submit(() => actions.save({ path, name, search, isShared: !isShared }));
            }}
          >
            {isShared ? "Keep to myself" : "Share"}
          </button>
        ) : null}
        {isChangeable ? (
          <button
            type="button"
            className={`${buttonClasses.quiet} cursor-pointer`}
            aria-label={`Remove the view ${name}`}
            disabled={isBusy}
            onClick={() => {
              submit(() => actions.remove({ id }));
            }}
          >
            Remove
          </button>
        ) : null}
      </div>
      {choosesDefaults && isShared ? (
        <div
          role="group"
          aria-label={`Who begins with ${name}`}
          className="flex flex-wrap items-center gap-x-3 text-secondary"
        >
          <span className="text-text-muted" aria-hidden="true">
            Default for
          </span>
          {roles.map((role) => (
            <CheckField
              key={role}
              label={roleNames[role]}
              isChecked={line.defaultFor.includes(role)}
              onChange={(isChosen) => {
                submit(() => actions.chooseDefault({ path, role, view: isChosen ? id : null }));
              }}
            />
          ))}
        </div>
      ) : null}
      <ProblemNote problem={problem} />
    </li>
  );
}

function defaultWords(held: readonly Role[]): string {
  if (held.length === 0) return "";
  return ` · Default for ${held.map((role) => roleNames[role]).join(", ")}`;
}
