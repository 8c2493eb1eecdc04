import { NotFoundPage } from "@/components/layout/not-found-page";

/** The page of a run that nobody brought. */
export default function RunNotFound() {
  return (
    <NotFoundPage
      title="No such run"
      finding="There is no run of this name"
      detail="It may be written differently, it may have been removed, or it is of another workspace."
    />
  );
}
