/** A contact that the customer took part in. */
export type EndedContact = {
  /** The interaction's ordinal in the case, from 0. */
  readonly ordinal: number;
  readonly startUs: number;
  readonly endUs: number;
  /** Contacts about one account of the customer have the same number. */
  readonly account: number;
  /** Whether an agent began it: no return of the customer. */
  readonly isByAgent: boolean;
  /** Whether it ended as likely resolved, or with the words that it is done. */
  readonly isSaidDone: boolean;
};

/** How a case ended, if at all, and what came after. Instants are microseconds since 1970. */
export type CaseEnding = {
  readonly key: number;
  readonly caseId: string;
  readonly customerId: string | null;
  readonly openedUs: number;
  /** When somebody closed it, or when it fell quiet with evidence of resolution; null: neither. */
  readonly closedUs: number | null;
  readonly reopenedUs: number | null;
  /** The contact of another case with which the same matter came back. */
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
  /** When it is old enough to tell that it did not come back; null: never. */
  readonly matureUs: number | null;
  /** In time order. */
  readonly contacts: readonly EndedContact[];
};

/** A contact of a case. */
export type ContactPlace = { readonly key: number; readonly ordinal: number };
