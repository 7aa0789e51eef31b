import type { messages } from "../messages";

type Code = keyof typeof messages;

/** What we say where upstream brings up an error that has a name. */
export const CODES_OF_ERRORS: Readonly<Record<string, readonly Code[]>> = {
  "common.ErrNoVariant": ["variant-missing"],
  "common.ErrInvalidVersion": ["version-malformed"],
  "common.ErrRhcosVariantUnsupported": ["variant-removed"],
  "common.ErrTooManyResourceSources": ["too-many-sources"],
  "common.ErrFilesDirEscape": ["outside-files-directory"],
  "common.ErrFileType": ["tree-holds-special-file"],
  "common.ErrNodeExists": ["tree-meets-node", "quadlet-meets-node"],
  "common.ErrNoFilesDir": ["no-files-directory"],
  "common.ErrTreeNotDirectory": ["tree-not-a-directory"],
  "common.ErrTreeNoLocal": ["tree-without-local"],
  "common.ErrDecimalMode": ["decimal-mode"],
  "common.ErrTooManySystemdSources": ["too-many-unit-sources"],
  "common.ErrQuadletBadExtension": ["quadlet-name"],
  "common.ErrTemplateInstanceCannotHaveContents": ["quadlet-instance-contents"],
  "common.ErrMountUnitNoPath": ["mount-unit-without-path"],
  "common.ErrMountUnitNoFormat": ["mount-unit-without-format"],
  "common.ErrMountPointForbidden": ["mount-point-forbidden"],
  "common.ErrUnknownBootDeviceLayout": ["boot-layout-unknown"],
  "common.ErrUnknownBootDeviceLayoutLegacy": ["boot-layout-unknown"],
  "common.ErrTooFewMirrorDevices": ["mirror-too-few"],
  "common.ErrMirrorRequiresLayout": ["mirror-without-layout"],
  "common.ErrNoLuksBootDevice": ["boot-luks-disk-missing"],
  "common.ErrMirrorNotSupport": ["mirror-unsupported"],
  "common.ErrLuksBootDeviceBadName": ["boot-luks-disk-name"],
  "common.ErrCexArchitectureMismatch": ["cex-needs-mainframe"],
  "common.ErrCexNotSupported": ["cex-unsupported"],
  "common.ErrNoLuksMethodSpecified": ["boot-luks-without-method"],
  "common.ErrReuseByLabel": ["partition-reuse-by-label"],
  "common.ErrWrongPartitionNumber": ["partition-number-reserved"],
  "common.ErrRootTooSmall": ["root-too-small"],
  "common.ErrRootConstrained": ["root-constrained"],
  "common.ErrFieldElided": ["lost-in-raw-mode"],
  "common.ErrNameRequired": ["name-missing"],
  "common.ErrRoleRequired": ["role-missing"],
  "common.ErrInvalidKernelType": ["kernel-type-unknown"],
  "common.ErrBtrfsSupport": ["btrfs-unsupported"],
  "common.ErrFilesystemNoneSupport": ["filesystem-none-unsupported"],
  "common.ErrFileSchemeSupport": ["file-source-unsupported"],
  "common.ErrFileAppendSupport": ["append-unsupported"],
  "common.ErrFileCompressionSupport": ["file-compression-unsupported"],
  "common.ErrFileHeaderSupport": ["file-headers-unsupported"],
  "common.ErrFileSpecialModeSupport": ["special-mode-unsupported"],
  "common.ErrGroupSupport": ["groups-unsupported"],
  "common.ErrUserFieldSupport": ["user-field-unsupported"],
  "common.ErrUserNameSupport": ["user-unsupported"],
  "common.ErrKernelArgumentSupport": ["machine-kernel-arguments-unsupported"],
  "common.ErrMissingKernelArgumentCex": ["cex-needs-kernel-argument"],
  "common.ErrClevisSupport": ["clevis-unsupported"],
  "common.ErrDirectorySupport": ["directories-unsupported"],
  "common.ErrDiskSupport": ["disks-unsupported"],
  "common.ErrFilesystemSupport": ["filesystems-unsupported"],
  "common.ErrLinkSupport": ["links-unsupported"],
  "common.ErrLuksSupport": ["luks-unsupported"],
  "common.ErrRaidSupport": ["raid-unsupported"],
  "common.ErrGrubUserNameNotSpecified": ["grub-user-name"],
  "common.ErrGrubPasswordNotSpecified": ["grub-user-password"],
  "common.ErrGeneralKernelArgumentSupport": ["kernel-arguments-unsupported"],
  "common.ErrUnkownIgnitionVersion": ["embedded-version-unknown"],
  "common.ErrUnmarshal": [
    "yaml-syntax",
    "yaml-unknown-anchor",
    "type-mismatch",
    "value-contradicts-tag",
    "duplicate-key",
    "field-set-twice",
    "merge-needs-mapping",
    "alias-in-itself",
    "too-many-aliases",
  ],
  "common.ErrUnknownVersion": ["variant-unknown", "spec-version-unknown"],
  "errors.ErrInvalid": ["nested-config-unreadable"],
  "errors.ErrDuplicate": ["duplicate"],
  "errors.ErrInvalidVersion": ["version-invalid"],
  "errors.ErrUnknownVersion": ["embedded-version-unknown"],
  "errors.ErrCompressionInvalid": ["compression-unknown"],
  "errors.ErrFileUsedSymlink": ["file-below-link"],
  "errors.ErrDirectoryUsedSymlink": ["directory-below-link"],
  "errors.ErrLinkUsedSymlink": ["link-below-link"],
  "errors.ErrLinkTargetRequired": ["link-target-missing"],
  "errors.ErrHardLinkToDirectory": ["hard-link-to-directory"],
  "errors.ErrHardLinkSpecifiesOwner": ["hard-link-owner"],
  "errors.ErrDiskDeviceRequired": ["device-missing"],
  "errors.ErrPartitionNumbersCollide": ["partition-number-twice"],
  "errors.ErrPartitionsOverlap": ["partitions-overlap"],
  "errors.ErrOverwriteAndNilSource": ["overwrite-without-source"],
  "errors.ErrVerificationAndNilSource": ["hash-without-source"],
  "errors.ErrFilesystemInvalidFormat": ["format-unknown"],
  "errors.ErrLabelNeedsFormat": ["label-without-format"],
  "errors.ErrFormatNilWithOthers": ["format-missing"],
  "errors.ErrExt4LabelTooLong": ["filesystem-label-long"],
  "errors.ErrBtrfsLabelTooLong": ["filesystem-label-long"],
  "errors.ErrXfsLabelTooLong": ["filesystem-label-long"],
  "errors.ErrSwapLabelTooLong": ["filesystem-label-long"],
  "errors.ErrVfatLabelTooLong": ["filesystem-label-long"],
  "errors.ErrLuksLabelTooLong": ["luks-label-long"],
  "errors.ErrLuksNameContainsSlash": ["luks-name-slash"],
  "errors.ErrInvalidLuksKeyFile": ["key-file-invalid"],
  "errors.ErrClevisPinRequired": ["clevis-pin-missing"],
  "errors.ErrUnknownClevisPin": ["clevis-pin-unknown"],
  "errors.ErrClevisConfigRequired": ["clevis-config-missing"],
  "errors.ErrClevisCustomWithOthers": ["clevis-custom-with-others"],
  "errors.ErrTangThumbprintRequired": ["thumbprint-missing"],
  "errors.ErrInvalidTangAdvertisement": ["tang-advertisement-invalid"],
  "errors.ErrFileIllegalMode": ["mode-invalid"],
  "errors.ErrModeSpecialBits": ["mode-special-bits"],
  "errors.ErrBothIDAndNameSet": ["owner-twice"],
  "errors.ErrLabelTooLong": ["partition-label-long"],
  "errors.ErrDoesntMatchGUIDRegex": ["guid-invalid"],
  "errors.ErrLabelContainsColon": ["partition-label-colon"],
  "errors.ErrNoPath": ["path-missing"],
  "errors.ErrPathRelative": ["path-relative"],
  "errors.ErrDirtyPath": ["path-unclean"],
  "errors.ErrPartitionsOverwritten": ["filesystem-over-partitions"],
  "errors.ErrFilesystemImplicitWipe": ["filesystem-wiped-with-table"],
  "errors.ErrRaidLevelRequired": ["raid-level-missing"],
  "errors.ErrSparesUnsupportedForLevel": ["raid-spares-unsupported"],
  "errors.ErrUnrecognizedRaidLevel": ["raid-level-unknown"],
  "errors.ErrRaidDevicesRequired": ["raid-devices-missing"],
  "errors.ErrShouldNotExistWithOthers": ["partition-absent-with-others"],
  "errors.ErrZeroesWithShouldNotExist": ["partition-absent-with-zero"],
  "errors.ErrNeedLabelOrNumber": ["partition-unnamed"],
  "errors.ErrDuplicateLabels": ["partition-label-twice"],
  "errors.ErrInvalidProxy": ["proxy-scheme"],
  "errors.ErrInsecureProxy": ["proxy-insecure"],
  "errors.ErrPathConflictsSystemd": ["path-of-unit"],
  "errors.ErrCexWithClevis": ["cex-with-clevis"],
  "errors.ErrCexWithKeyFile": ["cex-with-key-file"],
  "errors.ErrInvalidSystemdExt": ["unit-name-type"],
  "errors.ErrInvalidSystemdDropinExt": ["dropin-name"],
  "errors.ErrSourceRequired": ["source-missing"],
  "errors.ErrInvalidScheme": ["url-scheme"],
  "errors.ErrInvalidUrl": ["url-invalid", "headers-without-url"],
  "errors.ErrInvalidHTTPHeader": ["header-value-empty"],
  "errors.ErrEmptyHTTPHeaderName": ["header-name-missing"],
  "errors.ErrUnsupportedSchemeForHTTPHeaders": ["headers-need-http"],
  "errors.ErrHashMalformed": ["hash-malformed"],
  "errors.ErrHashWrongSize": ["hash-length-wrong"],
  "errors.ErrHashUnrecognized": ["hash-function-unknown"],
  "errors.ErrInvalidS3ARN": ["s3-arn-invalid"],
  "errors.ErrInvalidS3ObjectVersionId": ["s3-version-empty"],
  "errors.NewNoInstallSectionError": ["unit-without-install"],
  "errors.NewNoInstallSectionForInstantiableUnitError": [
    "template-without-install",
  ],
};

/** Errors that say at which of its two stages upstream stopped; `stopped` of `transpile` says the same. */
export const STOPS: Readonly<Record<string, "source" | "generated">> = {
  "common.ErrInvalidSourceConfig": "source",
  "common.ErrInvalidGeneratedConfig": "generated",
};

/** What we say where a statement brings up an error without a name; `*` stands for anything. */
export const CODES_OF_STATEMENTS: readonly (readonly [
  statements: string,
  codes: readonly Code[],
])[] = [
  ["yaml.v3/decode.go parser.alias *", ["yaml-unknown-anchor"]],
  ["yaml.v3/decode.go decoder.unmarshal *", ["too-many-aliases"]],
  ["yaml.v3/decode.go decoder.alias *", ["alias-in-itself"]],
  ["yaml.v3/decode.go decoder.mapping terrors", ["duplicate-key"]],
  ["yaml.v3/decode.go decoder.mappingStruct *", ["field-set-twice"]],
  ["yaml.v3/decode.go failWantMap *", ["merge-needs-mapping"]],
  ["yaml.v3/decode.go decoder.scalar failf", ["value-contradicts-tag"]],
  ["yaml.v3/decode.go decoder.* terror*", ["type-mismatch"]],
  ["yaml.v3/resolve.go *", ["value-contradicts-tag"]],
  ["yaml.v3/*", ["yaml-syntax"]],
  ["dataurl/*", ["data-url-invalid"]],
  ["go-systemd/*lexSectionName New", ["unit-section-unclosed"]],
  ["go-systemd/*lexSectionSuffixFunc Errorf", ["unit-section-garbage"]],
  ["go-systemd/*lexOptionNameFunc New", ["unit-line-without-equals"]],
  ["go-systemd/*ErrLineTooLong", ["unit-line-too-long"]],
  [
    "*/parse/unit.go *",
    [
      "unit-section-unclosed",
      "unit-section-garbage",
      "unit-line-too-long",
      "unit-line-without-equals",
      "unit-unfinished-option",
    ],
  ],
  ["*NewNoInstallSectionError Errorf", ["unit-without-install"]],
  [
    "*NewNoInstallSectionForInstantiableUnitError Errorf",
    ["template-without-install"],
  ],
  ["*HandleParseErrors err", ["json-syntax", "json-type"]],
  ["*ValidateUnusedKeys Errorf #1", ["struct-not-in-text", "null-for-struct"]],
  ["*ValidateUnusedKeys Errorf #2", ["unused-key"]],
  ["*Verification.Validate err", ["hash-malformed"]],
  ["*Resource.Validate err", ["nested-config-unreadable"]],
  ["*Quadlet.Validate err", ["quadlet-name"]],
  ["*FieldFilters.verify err", ["clevis-unsupported", "cex-unsupported"]],
  [
    "butane/base/*/translate.go * err*",
    ["no-files-directory", "outside-files-directory", "local-file-unreadable"],
  ],
];

/** Errors with a name that no document of flatcar brings up, though the code behind flatcar knows them. */
export const UNREACHED_ERRORS: Readonly<Record<string, string>> = {
  "common.ErrFieldElided":
    "only the wrapper of openshift calls the function in config/util that says it",
  "errors.ErrEmpty":
    "said where Ignition parses a config on its own, as `kindling check` does (`ignition-empty`); an empty nested config is `json-syntax`",
  "errors.ErrUnknownVersion":
    "brought up by the rules of a nested config, and told as common.ErrUnkownIgnitionVersion in its place; `kindling check` has it as `version-unknown`",
};

/** Statements behind flatcar that no golden reaches, and why none can; generated documents are tried as well. */
export const UNREACHED_STATEMENTS: readonly (readonly [
  statements: string,
  why: string,
])[] = [
  [
    "ignition/config/util/config.go GetConfigVersion *",
    "Butane never asks a nested config for its version this way; it reads it as the version it writes itself",
  ],
  [
    "ignition/config/*/types/headers.go HTTPHeaders.Parse *",
    "run by Ignition on the node, before it fetches; no rule calls it",
  ],
  [
    "butane/translate/set.go TranslationSet.DebugVerifyCoverage Errorf",
    "upstream's check of itself, which goes to standard error with a debug option",
  ],
  [
    "butane/config/util/util.go TranslateBytes common.ErrInvalidSourceConfig #1",
    "follows the search for unused keys, which gives warnings only",
  ],
  [
    "butane/config/util/util.go TranslateBytes common.ErrInvalidSourceConfig #2",
    "a fatal report comes with an error of its own, which is returned two lines above",
  ],
  [
    "butane/config/util/util.go CheckForElidedFields common.ErrFieldElided",
    "called for openshift only",
  ],
  [
    "butane/base/*/translate.go translateResource err #2",
    "making a data URL compresses into memory, which does not fail",
  ],
  [
    "butane/base/*/translate.go translateResource err #3",
    "making a data URL compresses into memory, which does not fail",
  ],
  [
    "butane/base/v0_8_exp/translate.go addFileWithContents err #2",
    "making a data URL compresses into memory, which does not fail",
  ],
  [
    "butane/base/*/translate.go walkTree err #2",
    "a path inside the tree always has a relative one",
  ],
  [
    "butane/base/*/translate.go walkTree err #4",
    "making a data URL compresses into memory, which does not fail",
  ],
  [
    "butane/base/*/translate.go walkTree err #5",
    "a link that could be looked at can be read, unless it vanishes in between",
  ],
  [
    "go-systemd/v22/unit/deserialize.go deserializeAll New",
    "the lexer gives no option before a section: it skips what stands there",
  ],
  [
    "dataurl/dataurl.go DataURL.WriteTo Errorf",
    "said where a data URL is written; Butane writes its own by hand",
  ],
  [
    "dataurl/lex.go lexAfterMediaSubType *",
    "the step before goes on at a semicolon or a comma only",
  ],
  [
    "dataurl/lex.go lexEscapedChar errorf #1",
    "the case above takes the end of the text too, and the next step says that the quotes are open",
  ],
  [
    "dataurl/rfc2396.go Unescape Errorf #1",
    "the lexer has refused such a character before",
  ],
  [
    "yaml.v3/decode.go parser.expect failf",
    "a check of yaml.v3's own order of events",
  ],
  [
    "yaml.v3/decode.go decoder.call*Unmarshaler terrors",
    "no struct of Butane's decodes itself",
  ],
  [
    "yaml.v3/decode.go decoder.unmarshal failf #2",
    "the parser makes no node of an unknown kind",
  ],
  [
    "yaml.v3/decode.go decoder.sequence failf",
    "no field of flatcar is an array of fixed length",
  ],
  [
    "yaml.v3/decode.go decoder.mapping failf",
    "no field of flatcar is a map, and a struct takes another way",
  ],
  [
    "yaml.v3/decode.go decoder.mappingStruct terrors #2",
    "only with an option of the decoder that Butane does not set",
  ],
  ["yaml.v3/encode.go *", "flatcar writes no YAML"],
  [
    "yaml.v3/parserc.go yaml_parser_parse_stream_start *",
    "a check of yaml.v3's own order of tokens",
  ],
  [
    "yaml.v3/readerc.go yaml_parser_update_raw_buffer *",
    "the text is in memory, and reading it does not fail",
  ],
  [
    "yaml.v3/yaml.go getStructInfo *",
    "mistakes in the tags of a Go struct, of which Butane's have none",
  ],
];

/** Whether a statement is one that a pattern means. */
export function isMeant(statement: string, pattern: string): boolean {
  const parts = pattern
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(statement);
}

/** Our codes for a statement of upstream's, by the name of its error or by where it stands. */
export function codesOfStatement(statement: string): readonly string[] {
  const named = CODES_OF_ERRORS[statement.split(" ")[2] ?? ""];
  if (named) return named;
  const found = CODES_OF_STATEMENTS.find(([pattern]) =>
    isMeant(statement, pattern),
  );
  return found?.[1] ?? [];
}
