import { compareOsReleases, isImageName } from "@/lib/butane";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Check, Finding } from "./check";

/** Certificates of signers: files that everybody on the node may read. */
export const signers: Check = ({ preset }) =>
  preset.advanced.certificates.flatMap(({ name, text }, index): Finding[] => {
    const at = ["advanced", "certificates", index];
    const error = (code: string, sentence: string, key: string): Finding => ({
      kind: "error",
      code,
      sentence,
      field: [...at, key],
    });
    return [
      ...(isImageName(name)
        ? []
        : [
            error(
              "signer-name",
              "The name is letters, digits, dots, hyphens and underscores: with this one no file is written.",
              "name",
            ),
          ]),
      ...(/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)
        ? [
            error(
              "signer-private-key",
              "This is a private key: everybody on the node could read it, and sign images that the node takes. Only the certificate belongs here.",
              "text",
            ),
          ]
        : /-----BEGIN CERTIFICATE-----[^]+-----END CERTIFICATE-----/.test(text)
          ? []
          : [
              error(
                "signer-certificate",
                "A certificate stands between BEGIN CERTIFICATE and END CERTIFICATE: without one no image counts as signed.",
                "text",
              ),
            ]),
    ];
  });

/** Copies in /etc are dropped by Flatcar's overlay, which is not on every release. */
export const etcCopies: Check = ({ preset }) => {
  if (!preset.advanced.keepEtcCopies) return [];
  const release = releaseOf(preset);
  const info = (sentence: string): Finding => ({
    kind: "info",
    code: "etc-copies-release",
    sentence,
    field: ["advanced", "keepEtcCopies"],
  });
  if (compareOsReleases(release, [3535, 0, 0]) < 0)
    return [
      info(
        `${releaseName(preset)} has no overlay over /etc, so no copy is dropped and the file changes nothing.`,
      ),
    ];
  return compareOsReleases(release, [4628, 0, 0]) < 0
    ? []
    : [
        info(
          "From 4628 on /etc is a configuration extension: whether the file still counts is not verified.",
        ),
      ];
};
