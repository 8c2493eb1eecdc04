/** The namespace of what SQLite has and PostgreSQL lacks; it is on the search path of every connection. */
export const functionsNamespace = "throughline_functions";

/** Half of a character of UTF-16 without its other half, as JSON escapes it; a regular expression of PostgreSQL's. */
const loneSurrogate =
  "\\\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\\\u[dD][c-fC-F])|(?<!\\\\u[dD][89abAB][0-9a-fA-F]{2})\\\\u[dD][c-fC-F][0-9a-fA-F]{2}";

/**
 * Functions of SQLite that the store's SQL uses, for PostgreSQL: JSON in text by a path such as `$.tool.name` or `$[0]`,
 * its values as text, true and false as 1 and 0. NUL and halves of characters, which PostgreSQL's JSON cannot hold, become
 * U+FFFD. May be run again. Each names the others with their namespace: on the machines of a Citus cluster it is on no
 * search path.
 */
export const functionsSql = `
DO $$ BEGIN
  IF to_regtype('throughline_functions.bytewise') IS NULL THEN
    CREATE DOMAIN bytewise AS text COLLATE "C";
    CREATE DOMAIN blob AS bytea;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION json_path(path text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN path = '$' THEN '{}'::text[]
    WHEN strpos(path, '"') = 0 THEN string_to_array(ltrim(replace(replace(substr(path, 2), '[', '.'), ']', ''), '.'), '.')
    ELSE ARRAY(SELECT coalesce(part[1], part[2])
      FROM regexp_matches(substr(path, 2), '"([^"]*)"|([^].["]+)', 'g') WITH ORDINALITY AS found(part, place)
      ORDER BY place) END $$;

CREATE OR REPLACE FUNCTION json_of(body text) RETURNS jsonb
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN strpos(body, '\\u0000') = 0 AND body !~ '\\\\u[dD][89a-fA-F]' THEN body::jsonb
    ELSE regexp_replace(body, '(?<!\\\\)((?:\\\\\\\\)*)(?:\\\\u0000|${loneSurrogate})', '\\1\\\\ufffd', 'g')::jsonb END $$;

CREATE OR REPLACE FUNCTION json_text(value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN jsonb_typeof(value) = 'boolean' THEN CASE WHEN value::boolean THEN '1' ELSE '0' END
    ELSE value #>> '{}' END $$;

CREATE OR REPLACE FUNCTION json_extract(body text, path text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ${functionsNamespace}.json_text(${functionsNamespace}.json_of(body) #> ${functionsNamespace}.json_path(path)) $$;

DO $$ BEGIN
  IF to_regoperator('throughline_functions.->>(text, text)') IS NULL THEN
    CREATE OPERATOR ->> (LEFTARG = text, RIGHTARG = text, FUNCTION = json_extract);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION json_each(body text, path text DEFAULT '$')
RETURNS TABLE(key bytewise, value bytewise) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 20 AS $$
  WITH found AS (SELECT ${functionsNamespace}.json_of(body) #> ${functionsNamespace}.json_path(path) AS at)
  SELECT (place - 1)::text, ${functionsNamespace}.json_text(member) FROM found, jsonb_array_elements(
    CASE jsonb_typeof(at) WHEN 'array' THEN at ELSE '[]' END) WITH ORDINALITY AS list(member, place)
  UNION ALL SELECT name, ${functionsNamespace}.json_text(member) FROM found, jsonb_each(
    CASE jsonb_typeof(at) WHEN 'object' THEN at ELSE '{}' END) AS object(name, member)
  UNION ALL SELECT NULL, ${functionsNamespace}.json_text(at) FROM found WHERE jsonb_typeof(at) NOT IN ('array', 'object') $$;

CREATE OR REPLACE FUNCTION json_valid(body text) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  PERFORM ${functionsNamespace}.json_of(body);
  RETURN 1;
EXCEPTION WHEN invalid_text_representation OR untranslatable_character THEN RETURN 0;
END $$;

CREATE OR REPLACE FUNCTION instr(body text, part text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT strpos(body, part) $$;

CREATE OR REPLACE FUNCTION joined_text(list text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT array_to_string(list, ',') $$;

CREATE OR REPLACE FUNCTION joined_text(list bigint[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT array_to_string(list, ',') $$;

CREATE OR REPLACE FUNCTION list_json(list text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(array_to_json(list)::text, '[]') $$;

CREATE OR REPLACE AGGREGATE group_concat(text)
  (SFUNC = array_append, STYPE = text[], FINALFUNC = joined_text);
CREATE OR REPLACE AGGREGATE group_concat(bigint)
  (SFUNC = array_append, STYPE = bigint[], FINALFUNC = joined_text);
CREATE OR REPLACE AGGREGATE json_group_array(text)
  (SFUNC = array_append, STYPE = text[], FINALFUNC = list_json);
`;
