import { App } from "@/components/composer/app";
import { examples } from "@/examples";

export default function Page() {
  const cards = examples.map(({ id, title, summary }) => ({
    id,
    title,
    summary,
  }));
  return <App examples={cards} />;
}
