UPDATE `saved_views` SET `search` = replace(`search`, 'outcome=closed_unproven', 'outcome=closed_unproven&outcome=fell_quiet')
WHERE `search` LIKE '%outcome=reopened%' AND `search` LIKE '%outcome=closed_likely%'
  AND `search` LIKE '%outcome=closed_unproven%' AND `search` LIKE '%outcome=unresolved%'
  AND `search` NOT LIKE '%outcome=fell_quiet%';
