-- Earlier versions took 12.5 or 1e19 for a number of tokens; columns of whole numbers keep such here, and nowhere else.
UPDATE `cases` SET
  `input_tokens` = CASE typeof(`input_tokens`) WHEN 'integer' THEN `input_tokens` END,
  `output_tokens` = CASE typeof(`output_tokens`) WHEN 'integer' THEN `output_tokens` END,
  `first_token_us` = CASE typeof(`first_token_us`) WHEN 'integer' THEN `first_token_us` END,
  `slowest_first_token_us` = CASE typeof(`slowest_first_token_us`) WHEN 'integer' THEN `slowest_first_token_us` END
WHERE 'real' IN (typeof(`input_tokens`), typeof(`output_tokens`), typeof(`first_token_us`), typeof(`slowest_first_token_us`));
