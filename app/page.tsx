import { App } from "@/components/composer/app";
import { examples } from "@/examples";
import type { Catalogue } from "@/lib/butane";
import catalogue from "@/public/catalogue.json";

export default function Page() {
  const cards = examples.map(({ id, title, summary }) => ({
    id,
    title,
    summary,
  }));
  return <App catalogue={catalogue satisfies Catalogue} examples={cards} />;
}
