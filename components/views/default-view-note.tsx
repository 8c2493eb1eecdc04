import Link from "next/link";
import type { SavedViewLine, SavedViewsModel } from "@/lib/format/layout/saved-views-model";

type DefaultViewNoteProps = {
  views: SavedViewsModel;
  /** The saved view that was opened; null: none. */
  opened: SavedViewLine | null;
  /** The page's query string without page number and preview. */
  search: string;
};

/** Says that the role's default view is shown, with a link out of it. */
export function DefaultViewNote({ views, opened, search }: DefaultViewNoteProps) {
  const { begins, path } = views;
  if (begins === null || ![search, opened?.search].includes(begins.search)) return null;
  return (
    <p className="text-secondary text-text-muted">
      Default for {begins.roleWords}: <b className="font-semibold text-text">{begins.name}</b> ·{" "}
      <Link className="inline-block min-h-6 text-link hover:underline" href={path} prefetch={false}>
        Show all
      </Link>
    </p>
  );
}
