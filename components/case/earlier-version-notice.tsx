import { InlineAlert } from "../ui/inline-alert";

/** Says what is missing on the page of a case that an earlier version derived. */
export function EarlierVersionNotice() {
  return (
    <div role="status">
      <InlineAlert>
        An earlier version derived this case, and it is being derived again. Until then what its
        words show is missing here: what handoffs carried, promises, disclosures and claims. If this
        stays, look for the case on Data health.
      </InlineAlert>
    </div>
  );
}
