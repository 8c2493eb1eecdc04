/** Classes of a menu item. */
export const menuItemClasses =
  "flex min-h-7 cursor-pointer items-center gap-2 rounded-chip px-2 outline-none select-none data-disabled:cursor-default data-disabled:text-text-faint data-highlighted:bg-hover max-roomy:min-h-9";
