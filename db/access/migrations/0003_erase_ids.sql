-- Ids of an erased customer may be taken out of a row; everything else stays as it was written.
DROP TRIGGER `audit_is_never_changed`;
--> statement-breakpoint
CREATE TRIGGER `audit_is_never_changed` BEFORE UPDATE ON `audit`
WHEN new.seq <> old.seq OR new.at_us <> old.at_us OR new.actor <> old.actor OR new.action <> old.action
  OR new.workspace IS NOT old.workspace OR new.network <> old.network
  OR new.previous_hash <> old.previous_hash OR new.hash <> old.hash
  OR instr(concat_ws(' ', new.target, new.before, new.after), '(erased)') = 0
BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;
