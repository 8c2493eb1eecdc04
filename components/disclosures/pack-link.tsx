import { buttonClasses } from "../ui/button-classes";

/** Makes an evidence pack and takes it away as a file. */
export function PackLink({ href }: { href: string }) {
  return (
    <a className={`${buttonClasses.default} print:hidden`} href={href} download>
      Evidence pack
    </a>
  );
}
