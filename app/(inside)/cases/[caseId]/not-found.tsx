import { NotFoundPage } from "@/components/layout/not-found-page";

/** The page of a case id that no span names. */
export default function CaseNotFound() {
  return (
    <NotFoundPage
      title="No such case"
      finding="Nothing that was ingested names this case"
      detail="The id may be written differently, capitals count, or its spans have not arrived yet. When they do, this address works."
    />
  );
}
