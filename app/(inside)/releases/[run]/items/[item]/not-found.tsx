import { NotFoundPage } from "@/components/layout/not-found-page";

/** The page of a case that a run did not replay. */
export default function ReplayNotFound() {
  return (
    <NotFoundPage
      title="No such replay"
      finding="This run has no replay of this case"
      detail="Its traces may not have arrived yet; when they do, this address works. Accounts limited to some regions or teams see no replays."
    />
  );
}
