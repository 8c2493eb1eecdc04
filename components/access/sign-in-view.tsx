import { Card } from "../ui/card";
import { InlineAlert } from "../ui/inline-alert";
import { ProblemNote } from "../ui/problem-note";
import { DemoRoles } from "./demo-roles";
import { OutsideFrame } from "./outside-frame";
import { ProviderButton } from "./provider-button";
import { SignInForm } from "./sign-in-form";

type SignInViewProps = {
  /** A path of this server, to go on to. */
  to: string;
  /** Why the last try failed. */
  problem: string | null;
  /** Whether any account exists. */
  hasAccounts: boolean;
  /** Null where no provider is set up. */
  providerName: string | null;
  offersDemo: boolean;
};

/** The sign-in page: account, provider or demo. */
export function SignInView({
  to,
  problem,
  hasAccounts,
  providerName,
  offersDemo,
}: SignInViewProps) {
  return (
    <OutsideFrame>
      <h1 className="text-lede font-semibold tracking-tight">
        {hasAccounts || providerName !== null ? "Sign in" : "Welcome to Throughline"}
      </h1>
      {offersDemo ? (
        <Card
          title="Look around the demo"
          subtitle="Half a year of made-up cases. Choose whose eyes to use."
        >
          <DemoRoles to={to} />
        </Card>
      ) : null}
      {providerName === null ? null : (
        <Card title="Your organisation">
          <ProviderButton name={providerName} to={to} />
          <ProblemNote problem={hasAccounts ? null : problem} />
        </Card>
      )}
      {hasAccounts ? (
        <Card title="Your account">
          <SignInForm to={to} problem={problem} />
        </Card>
      ) : (
        <Card title="Your own data">
          <InlineAlert>
            Nobody has an account here yet. Open the link that <code>npm start</code> printed: it
            creates the admin, once. Without it, print another one with{" "}
            <code>npx throughline user first</code>.
          </InlineAlert>
        </Card>
      )}
    </OutsideFrame>
  );
}
