CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'The audit is only added to.'; END $$;
--> statement-breakpoint
-- Ids of an erased customer may be taken out of a row; everything else stays as it was written.
CREATE TRIGGER "audit_is_never_changed" BEFORE UPDATE ON "audit" FOR EACH ROW
WHEN (new.seq <> old.seq OR new.at_us <> old.at_us OR new.actor <> old.actor OR new.action <> old.action
  OR new.workspace IS DISTINCT FROM old.workspace OR new.network <> old.network
  OR new.previous_hash <> old.previous_hash OR new.hash <> old.hash
  OR strpos(concat_ws(' ', new.target, new.before, new.after), '(erased)') = 0)
EXECUTE FUNCTION "refuse_audit_change"();
--> statement-breakpoint
-- The beginning of the audit may be purged, once a row says up to where.
CREATE FUNCTION "refuse_audit_removal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit p WHERE p.action = 'audit-purged' AND p.seq > old.seq
    AND (p.after::json ->> 'through')::bigint >= old.seq)
  THEN RAISE EXCEPTION 'The audit is only added to.'; END IF;
  RETURN old;
END $$;
--> statement-breakpoint
CREATE TRIGGER "audit_is_never_removed" BEFORE DELETE ON "audit" FOR EACH ROW
EXECUTE FUNCTION "refuse_audit_removal"();
--> statement-breakpoint
CREATE TRIGGER "audit_is_never_emptied" BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT
EXECUTE FUNCTION "refuse_audit_change"();
