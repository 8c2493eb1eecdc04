-- The beginning of the audit may be purged, once a row says up to where.
DROP TRIGGER `audit_is_never_removed`;
--> statement-breakpoint
CREATE TRIGGER `audit_is_never_removed` BEFORE DELETE ON `audit`
WHEN NOT EXISTS (SELECT 1 FROM audit p WHERE p.action = 'audit-purged' AND p.seq > old.seq
  AND p.after ->> '$.through' >= old.seq)
BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;
