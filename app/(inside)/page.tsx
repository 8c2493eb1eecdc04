import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/require-viewer";
import { homeOf } from "@/lib/view/navigation";

/** Leads to where the viewer's role begins. */
export default async function HomePage(): Promise<never> {
  const { role } = await requireViewer("view-cases");
  redirect(homeOf[role]);
}
