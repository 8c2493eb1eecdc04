import { NotFoundPage } from "@/components/layout/not-found-page";

/** The page of a cohort that nobody made. */
export default function CohortNotFound() {
  return (
    <NotFoundPage
      title="No such cohort"
      finding="There is no cohort of this name"
      detail="The name may be written differently, capitals count, or it is of another workspace."
    />
  );
}
