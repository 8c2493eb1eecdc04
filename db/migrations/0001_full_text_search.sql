-- One row a case, rowid = cases.id: the masked words of its customers and agents.
CREATE VIRTUAL TABLE `case_search` USING fts5(`words`, content='', contentless_delete=1, detail='none', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO `sequence` (`id`, `value`) VALUES (1, 0);
