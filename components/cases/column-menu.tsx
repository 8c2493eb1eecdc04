"use client";

import { caseColumnEntries } from "@/lib/analytics/words/case-cells";
import {
  caseColumns,
  defaultCasesQuery,
  type CaseColumn,
} from "@/lib/analytics/filter/cases-query";
import { Menu } from "../ui/menu";
import { MenuCheckItem } from "../ui/menu-check-item";
import { MenuHeading } from "../ui/menu-heading";
import { MenuRadioItem } from "../ui/menu-radio-item";
import { useCasesNavigation } from "./cases-navigation";
import { usePeek } from "./use-peek";
import { toolbar } from "@/lib/pages/cases/words/list";

/** Chooses the shown columns; their order is that of the menu. */
export function ColumnMenu() {
  const { query, go } = useCasesNavigation();
  const { selected } = usePeek();
  const show = (columns: readonly CaseColumn[]) => {
    go({ ...query, columns, peek: selected });
  };
  const isDefault = query.columns.join() === defaultCasesQuery.columns.join();
  return (
    <Menu label={toolbar.columns} align="end">
      <MenuHeading label={toolbar.columnsBeside} />
      {caseColumns.map((name) => {
        const isShown = query.columns.includes(name);
        return (
          <MenuCheckItem
            key={name}
            isChecked={isShown}
            onToggle={() => {
              show(
                caseColumns.filter((each) =>
                  each === name ? !isShown : query.columns.includes(each),
                ),
              );
            }}
          >
            {caseColumnEntries[name].label}
          </MenuCheckItem>
        );
      })}
      <MenuHeading label={toolbar.allColumns} />
      <MenuRadioItem
        isChosen={isDefault}
        onChoose={() => {
          show(defaultCasesQuery.columns);
        }}
      >
        {toolbar.defaultColumns}
      </MenuRadioItem>
    </Menu>
  );
}
