import { itemsAt, textAt, valueAt, type PlainValue } from "@/lib/butane";
import type { Group } from "../parts";
import { addressFor, withLogin } from "../proxy-login";
import type { IgnitionProxy, IgnitionTimeouts } from "./value";

/** Seconds of digits; nothing for what is none. */
export function secondsOf(text: string): number | undefined {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

export const timeouts: Group<IgnitionTimeouts> = {
  compose({ headers, total }, document, at) {
    const value = said({
      http_response_headers: secondsOf(headers),
      http_total: secondsOf(total),
    });
    if (value)
      document.putEntry("ignition.timeouts", value, {
        origin: at,
        fields: [
          { at: ["http_response_headers"], field: [...at, "headers"] },
          { at: ["http_total"], field: [...at, "total"] },
        ],
      });
  },
  read(document) {
    const [entry] = document.entriesOf("ignition.timeouts");
    return (
      entry && {
        headers: digits(valueAt(entry.value, "http_response_headers")),
        total: digits(valueAt(entry.value, "http_total")),
      }
    );
  },
};

export const proxy: Group<IgnitionProxy> = {
  compose(reach, document, at) {
    const { http, https, except } = reach;
    const hosts = [...new Set(except)].filter((host) => host !== "");
    const value = said({
      http_proxy: addressFor(http, reach) || undefined,
      https_proxy: addressFor(https, reach) || undefined,
      no_proxy: hosts.length > 0 ? hosts : undefined,
    });
    if (value)
      document.putEntry("ignition.proxy", value, {
        origin: at,
        fields: [
          { at: ["http_proxy"], field: [...at, "http"] },
          { at: ["https_proxy"], field: [...at, "https"] },
          { at: ["no_proxy"], field: [...at, "except"] },
        ],
      });
  },
  read(document) {
    const [entry] = document.entriesOf("ignition.proxy");
    return (
      entry && {
        ...withLogin(
          textAt(entry.value, "http_proxy") ?? "",
          textAt(entry.value, "https_proxy") ?? "",
        ),
        except: itemsAt(entry.value, "no_proxy").filter(
          (host) => typeof host === "string",
        ),
      }
    );
  },
};

/** What of some values is given; nothing where none is. */
function said(
  values: Readonly<Record<string, PlainValue | undefined>>,
): PlainValue | undefined {
  const given = Object.entries(values).filter(
    (pair): pair is [string, PlainValue] => pair[1] !== undefined,
  );
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

function digits(value: PlainValue | undefined): string {
  return typeof value === "number" ? String(value) : "";
}
