/** SQL: true where no log event was ever stored, so that it need not be told from spans by reading rows. */
export const hasNoEvents = "(SELECT coalesce(sum(events), 0) FROM batches) = 0";

/** Counts the spans, without log events, whose trace is resolved and has no case. */
export const caselessSpansSql = `SELECT count(*) - CASE WHEN ${hasNoEvents} THEN 0 ELSE
    (SELECT count(*) FROM identities i JOIN spans s ON s.identity = i.id
      WHERE i.case_id IS NULL AND s.part = 'event') END AS count
  FROM identities i JOIN spans s ON s.identity = i.id WHERE i.case_id IS NULL`;
