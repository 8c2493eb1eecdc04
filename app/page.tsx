import { redirect } from "next/navigation";

/** Cases is the first page there is. */
export default function HomePage(): never {
  redirect("/cases");
}
