import { accounts } from "./accounts";
import { addressLogin } from "./address-login";
import { addresses } from "./addresses";
import { airGap } from "./air-gap";
import { builtins } from "./builtins";
import { choice } from "./choice";
import type { Check, CheckInput, Finding } from "./check";
import { crioMinor } from "./crio";
import { coordinator, rebootFlag } from "./coordinator";
import { etcCopies, signers } from "./etc-and-signers";
import { layerNotes } from "./layer-note";
import { layerNames, oemOff, officialOff } from "./layer-settings";
import { confexts, directoryLayers } from "./layers";
import {
  imagePolicy,
  layerOverEtc,
  layerOverOpt,
  mergeOptionsRelease,
  mutableTrees,
  mutableTwice,
  usrRoute,
} from "./merge-options";
import { arraySizes, devices } from "./disks";
import { daemonJsonTwice } from "./daemon-json-twice";
import { dockerApi } from "./docker-api";
import {
  dockerDaemon,
  dockerDisk,
  dockerFlags,
  dockerLimits,
  dockerMissing,
} from "./docker-daemon";
import { duplicateExtensions } from "./duplicates";
import { fileEntries } from "./file-entries";
import { gpuDriver } from "./gpu";
import { handedOver } from "./hand-over";
import { hashFits, hashFormat, plainDownloads, unchecked } from "./hashes";
import { keysNeedHomes } from "./homes";
import { hostname, hostnameForCluster, timezone } from "./identity";
import { ignitionConfigs, ignitionFetches } from "./ignition";
import { initrdAuthorities } from "./initrd-authorities";
import { initrdNetwork } from "./initrd-network";
import { containerdConfig, registryLogins } from "./image-pulls";
import { imageChoices } from "./image-choices";
import { imageFiles } from "./image-files";
import {
  mergedWithoutReload,
  misnamedUnits,
  neededFiles,
  unstartedUnits,
} from "./image-units";
import { kernelSettings, kernelSwitches } from "./kernel";
import { listening } from "./listening";
import { metadata } from "./metadata";
import { mountPoints } from "./mount-points";
import { mounts, partitionNumbers } from "./mounts";
import { rootFilesystem } from "./root-filesystem";
import { storageFields, swapFile, tpmKeys } from "./storage-fields";
import { groupsThere, hardLinkTargets } from "./needed-first";
import { diskSpace, readOnlyOpt } from "./opt";
import { firewall, sshServer } from "./network-access";
import { linkAddresses } from "./network-addresses";
import { linkNames, stackedLinks } from "./network-links";
import { nodeAuthorities, proxyAddress, resolving } from "./network-services";
import { osFeaturesThere } from "./os-features";
import { osRelease } from "./os-release";
import { ownImages } from "./own-image";
import { params } from "./params";
import { passwordHash } from "./password-hash";
import { overwrite, paths } from "./paths";
import { platform } from "./platform";
import { podmanUnits } from "./podman-units";
import { rebootWindow } from "./reboot-window";
import { schedule } from "./schedule";
import { secretFiles } from "./secret-files";
import { secretsDelivered } from "./secrets-delivered";
import { shownSecrets } from "./shown-secrets";
import { openEnvironment, sockets } from "./sockets";
import { sshKeys } from "./ssh-keys";
import { timeSync } from "./time-sync";
import { transfers } from "./transfers";
import { containerdFormat, kubeadmArguments } from "./tool-settings";
import { typedButane } from "./typed-butane";
import { typedSecrets } from "./typed-secrets";
import { enabledInImage, kernelArguments, refreshInUpdate } from "./units";
import { unitSecrets, unitState, updateEngineMasked } from "./unit-state";
import { unitText } from "./unit-text";
import { updatePolicy } from "./update-policy";
import { groupNames, noLogin, userNames } from "./users";
import { versions } from "./versions";
import { wireguard } from "./wireguard";

/** Every check, by the section it looks at. A new one is a file and its line. */
export const checks: readonly Check[] = [
  platform,
  osRelease,
  osFeaturesThere,
  versions,
  ownImages,
  duplicateExtensions,
  choice,
  builtins,
  params,
  hashFormat,
  hashFits,
  addresses,
  readOnlyOpt,
  diskSpace,
  listening,
  sockets,
  openEnvironment,
  crioMinor,
  containerdFormat,
  kubeadmArguments,
  gpuDriver,
  timeSync,
  updatePolicy,
  imageChoices,
  mergedWithoutReload,
  schedule,
  coordinator,
  rebootFlag,
  hostname,
  hostnameForCluster,
  timezone,
  metadata,
  userNames,
  groupNames,
  accounts,
  groupsThere,
  hardLinkTargets,
  keysNeedHomes,
  sshKeys,
  passwordHash,
  noLogin,
  dockerDaemon,
  dockerFlags,
  daemonJsonTwice,
  dockerMissing,
  dockerDisk,
  dockerLimits,
  dockerApi,
  registryLogins,
  containerdConfig,
  podmanUnits,
  linkNames,
  linkAddresses,
  initrdNetwork,
  initrdAuthorities,
  stackedLinks,
  wireguard,
  resolving,
  proxyAddress,
  nodeAuthorities,
  firewall,
  sshServer,
  rebootWindow,
  typedButane,
  typedSecrets,
  paths,
  overwrite,
  imageFiles,
  transfers,
  misnamedUnits,
  unstartedUnits,
  neededFiles,
  secretFiles,
  shownSecrets,
  addressLogin,
  mounts,
  partitionNumbers,
  devices,
  arraySizes,
  rootFilesystem,
  mountPoints,
  storageFields,
  tpmKeys,
  swapFile,
  fileEntries,
  unitText,
  unitState,
  unitSecrets,
  updateEngineMasked,
  refreshInUpdate,
  enabledInImage,
  kernelArguments,
  kernelSettings,
  kernelSwitches,
  ignitionFetches,
  ignitionConfigs,
  directoryLayers,
  layerNotes,
  confexts,
  officialOff,
  oemOff,
  layerNames,
  layerOverEtc,
  layerOverOpt,
  mergeOptionsRelease,
  imagePolicy,
  mutableTrees,
  mutableTwice,
  usrRoute,
  signers,
  etcCopies,
  plainDownloads,
  unchecked,
  handedOver,
  airGap,
  secretsDelivered,
];

/** What holds of Flatcar alone: of its releases, what is in its image, and who reboots it. Other systems have their own. */
const ofFlatcar: ReadonlySet<Check> = new Set([
  osRelease,
  osFeaturesThere,
  builtins,
  coordinator,
  rebootFlag,
  rebootWindow,
  groupsThere,
  keysNeedHomes,
  overwrite,
  mounts,
  initrdNetwork,
  partitionNumbers,
  rootFilesystem,
  updateEngineMasked,
  enabledInImage,
  layerOverEtc,
  mergeOptionsRelease,
  usrRoute,
  etcCopies,
]);

/** All advice on a node, beyond what the spec's own rules say. */
export function runChecks(input: CheckInput): Finding[] {
  const isFlatcar = input.preset.target.variant === "flatcar";
  return checks.flatMap((check) =>
    isFlatcar || !ofFlatcar.has(check) ? check(input) : [],
  );
}
