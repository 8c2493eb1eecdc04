import { functionsNamespace } from "@/db/postgres/functions";

/** Where a worker's functions are made, which has nothing of the coordinator's on its search path. */
export const workersFunctions = "throughline_functions_of_worker";

/**
 * What stands in for Citus on a plain PostgreSQL: it moves no rows, and refuses what Citus refuses. A unique key needs
 * the column that the table is spread by; no reference may lead from or to a table while it is spread; tables of one
 * group are spread by columns of one type; a worker makes nothing that it would take to others.
 */
export const standInForCitusSql = `
CREATE TABLE IF NOT EXISTS ${functionsNamespace}.pg_dist_partition
  (logicalrelid regclass PRIMARY KEY, partkey text, colocation regclass);

CREATE OR REPLACE FUNCTION ${functionsNamespace}.refuse_references(relation regclass) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND relation IN (conrelid, confrelid)) THEN
    RAISE EXCEPTION 'a reference leads from or to %', relation;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION ${functionsNamespace}.create_distributed_table(
  relation regclass, distribution_column text, colocate_with text DEFAULT 'default') RETURNS void
LANGUAGE plpgsql AS $$
DECLARE column_number smallint; column_type oid; other record;
BEGIN
  PERFORM refuse_references(relation);
  SELECT attnum, atttypid INTO STRICT column_number, column_type FROM pg_attribute
    WHERE attrelid = relation AND attname = distribution_column;
  IF EXISTS (SELECT FROM pg_index WHERE indrelid = relation AND indisunique
      AND NOT column_number = ANY(indkey::smallint[])) THEN
    RAISE EXCEPTION 'a unique key of % lacks the column %', relation, distribution_column;
  END IF;
  IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = relation AND NOT tgisinternal) THEN
    RAISE EXCEPTION 'the table % has a trigger', relation;
  END IF;
  IF colocate_with <> 'none' THEN
    SELECT atttypid AS type INTO STRICT other FROM pg_dist_partition
      JOIN pg_attribute ON attrelid = logicalrelid AND attname = partkey
      WHERE logicalrelid = colocate_with::regclass;
    IF other.type <> column_type THEN
      RAISE EXCEPTION 'the columns of % and % differ in their types', relation, colocate_with;
    END IF;
  END IF;
  INSERT INTO pg_dist_partition VALUES (relation, distribution_column,
    CASE colocate_with WHEN 'none' THEN relation ELSE colocate_with::regclass END);
END $$;

CREATE OR REPLACE FUNCTION ${functionsNamespace}.create_reference_table(relation regclass) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_references(relation);
  INSERT INTO pg_dist_partition VALUES (relation, NULL, NULL);
END $$;

CREATE OR REPLACE FUNCTION ${functionsNamespace}.run_command_on_workers(command text)
RETURNS TABLE(nodename text, nodeport integer, success boolean, result text)
LANGUAGE plpgsql SET search_path TO public AS $$
BEGIN
  DROP SCHEMA IF EXISTS ${workersFunctions} CASCADE;
  EXECUTE replace(command, '${functionsNamespace}', '${workersFunctions}');
  IF current_setting('citus.enable_ddl_propagation', true) = 'off' THEN
    RETURN QUERY SELECT 'db2', 5432, true, 'DO';
  ELSE
    RETURN QUERY SELECT 'db2', 5432, false, 'ERROR: operation is not allowed on this node';
  END IF;
END $$;
`;
