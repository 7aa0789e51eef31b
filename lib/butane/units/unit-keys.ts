/** What systemd reads in units: names only, those of newer releases included. Sources: `systemd --dump-configuration-items` and systemd.directives(7). */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Of what runs programs: systemd.exec(5). */
const exec = words(`
  WorkingDirectory RootDirectory RootImage RootImageOptions RootHash RootHashSignature RootVerity
  ExtensionDirectories ExtensionImages MountImages User Group SupplementaryGroups Nice OOMScoreAdjust
  CoredumpFilter IOSchedulingClass IOSchedulingPriority CPUSchedulingPolicy CPUSchedulingPriority
  CPUSchedulingResetOnFork CPUAffinity NUMAPolicy NUMAMask UMask Environment EnvironmentFile PassEnvironment
  UnsetEnvironment DynamicUser RemoveIPC StandardInput StandardOutput StandardError StandardInputText
  StandardInputData TTYPath TTYReset TTYVHangup TTYVTDisallocate TTYRows TTYColumns SyslogIdentifier
  SyslogFacility SyslogLevel SyslogLevelPrefix LogLevelMax LogRateLimitIntervalSec LogRateLimitBurst
  LogExtraFields SecureBits CapabilityBoundingSet AmbientCapabilities TimerSlackNSec NoNewPrivileges KeyringMode
  ProtectProc ProcSubset SystemCallFilter SystemCallArchitectures SystemCallErrorNumber SystemCallLog
  MemoryDenyWriteExecute RestrictNamespaces RestrictRealtime RestrictSUIDSGID RestrictAddressFamilies
  LockPersonality RestrictFileSystems LimitCPU LimitFSIZE LimitDATA LimitSTACK LimitCORE LimitRSS LimitNOFILE
  LimitAS LimitNPROC LimitMEMLOCK LimitLOCKS LimitSIGPENDING LimitMSGQUEUE LimitNICE LimitRTPRIO LimitRTTIME
  ReadWriteDirectories ReadOnlyDirectories InaccessibleDirectories ReadWritePaths ReadOnlyPaths
  InaccessiblePaths ExecPaths NoExecPaths ExecSearchPath BindPaths BindReadOnlyPaths TemporaryFileSystem
  PrivateTmp PrivateDevices ProtectKernelTunables ProtectKernelModules ProtectKernelLogs ProtectClock
  ProtectControlGroups NetworkNamespacePath IPCNamespacePath LogNamespace PrivateNetwork PrivateUsers
  PrivateMounts PrivateIPC ProtectSystem ProtectHome MountFlags MountAPIVFS Personality RuntimeDirectoryPreserve
  RuntimeDirectoryMode RuntimeDirectory StateDirectoryMode StateDirectory CacheDirectoryMode CacheDirectory
  LogsDirectoryMode LogsDirectory ConfigurationDirectoryMode ConfigurationDirectory SetCredential
  SetCredentialEncrypted LoadCredential LoadCredentialEncrypted TimeoutCleanSec PAMName IgnoreSIGPIPE
  UtmpIdentifier UtmpMode SELinuxContext AppArmorProfile SmackProcessLabel ProtectHostname RootImagePolicy
  MountImagePolicy ExtensionImagePolicy RootEphemeral SetLoginEnvironment PrivateBPF BPFDelegateCommands
  BPFDelegateMaps BPFDelegatePrograms BPFDelegateAttachments DelegateNamespaces LandlockConfig PrivatePIDs
  BindLogSockets StateDirectoryAccounting StateDirectoryQuota CacheDirectoryAccounting CacheDirectoryQuota
  LogsDirectoryAccounting LogsDirectoryQuota ImportCredential MemoryKSM LogFilterPatterns Capabilities
`);

/** Of what has a control group: systemd.resource-control(5). */
const resources = words(`
  Slice AllowedCPUs StartupAllowedCPUs AllowedMemoryNodes StartupAllowedMemoryNodes CPUAccounting CPUWeight
  StartupCPUWeight CPUShares StartupCPUShares CPUQuota CPUQuotaPeriodSec MemoryAccounting MemoryMin
  DefaultMemoryMin DefaultMemoryLow MemoryLow MemoryHigh MemoryMax MemorySwapMax MemoryLimit DeviceAllow
  DevicePolicy IOAccounting IOWeight StartupIOWeight IODeviceWeight IOReadBandwidthMax IOWriteBandwidthMax
  IOReadIOPSMax IOWriteIOPSMax IODeviceLatencyTargetSec BlockIOAccounting BlockIOWeight StartupBlockIOWeight
  BlockIODeviceWeight BlockIOReadBandwidth BlockIOWriteBandwidth TasksAccounting TasksMax Delegate
  DisableControllers IPAccounting IPAddressAllow IPAddressDeny IPIngressFilterPath IPEgressFilterPath
  ManagedOOMSwap ManagedOOMMemoryPressure ManagedOOMMemoryPressureLimit ManagedOOMPreference BPFProgram
  SocketBindAllow SocketBindDeny RestrictNetworkInterfaces StartupMemoryLow StartupMemoryHigh StartupMemoryMax
  StartupMemorySwapMax StartupMemoryZSwapMax MemoryZSwapMax MemoryZSwapWriteback DefaultStartupMemoryLow
  DelegateSubgroup ManagedOOMMemoryPressureDurationSec MemoryPressureThresholdSec MemoryPressureWatch NFTSet
  CoredumpReceive NetClass
`);

/** How programs are stopped: systemd.kill(5). */
const kill = words(`
  SendSIGKILL SendSIGHUP KillMode KillSignal RestartKillSignal FinalKillSignal WatchdogSignal
`);

const unit = words(`
  Description Documentation SourcePath Requires Requisite Wants BindsTo BindTo Upholds Conflicts Before After
  OnSuccess OnFailure PropagatesReloadTo PropagateReloadTo ReloadPropagatedFrom PropagateReloadFrom
  PropagatesStopTo StopPropagatedFrom PartOf JoinsNamespaceOf RequiresOverridable RequisiteOverridable
  RequiresMountsFor StopWhenUnneeded RefuseManualStart RefuseManualStop AllowIsolate DefaultDependencies
  OnSuccessJobMode OnFailureJobMode OnFailureIsolate IgnoreOnIsolate JobTimeoutSec JobRunningTimeoutSec
  JobTimeoutAction JobTimeoutRebootArgument StartLimitIntervalSec StartLimitInterval StartLimitBurst
  StartLimitAction FailureAction SuccessAction FailureActionExitStatus SuccessActionExitStatus RebootArgument
  ConditionPathExists ConditionPathExistsGlob ConditionPathIsDirectory ConditionPathIsSymbolicLink
  ConditionPathIsMountPoint ConditionPathIsReadWrite ConditionPathIsEncrypted ConditionDirectoryNotEmpty
  ConditionFileNotEmpty ConditionFileIsExecutable ConditionNeedsUpdate ConditionFirstBoot ConditionArchitecture
  ConditionFirmware ConditionVirtualization ConditionHost ConditionKernelCommandLine ConditionKernelVersion
  ConditionCredential ConditionSecurity ConditionCapability ConditionACPower ConditionMemory ConditionCPUFeature
  ConditionCPUs ConditionEnvironment ConditionUser ConditionGroup ConditionControlGroupController
  ConditionOSRelease ConditionMemoryPressure ConditionCPUPressure ConditionIOPressure AssertPathExists
  AssertPathExistsGlob AssertPathIsDirectory AssertPathIsSymbolicLink AssertPathIsMountPoint
  AssertPathIsReadWrite AssertPathIsEncrypted AssertDirectoryNotEmpty AssertFileNotEmpty AssertFileIsExecutable
  AssertNeedsUpdate AssertFirstBoot AssertArchitecture AssertVirtualization AssertHost AssertKernelCommandLine
  AssertKernelVersion AssertCredential AssertSecurity AssertCapability AssertACPower AssertMemory
  AssertCPUFeature AssertCPUs AssertEnvironment AssertUser AssertGroup AssertControlGroupController
  AssertOSRelease AssertMemoryPressure AssertCPUPressure AssertIOPressure CollectMode WantsMountsFor
  SurviveFinalKillSignal ConditionVersion AssertVersion ConditionKernelModuleLoaded AssertKernelModuleLoaded
  AssertFirmware IgnoreOnSnapshot
`);

const service = words(`
  PIDFile ExecCondition ExecStartPre ExecStart ExecStartPost ExecReload ExecStop ExecStopPost RestartSec
  TimeoutStartSec TimeoutStopSec TimeoutAbortSec TimeoutStartFailureMode TimeoutStopFailureMode RuntimeMaxSec
  RuntimeRandomizedExtraSec WatchdogSec StartLimitInterval StartLimitBurst StartLimitAction FailureAction
  RebootArgument Type ExitType Restart PermissionsStartOnly RootDirectoryStartOnly RemainAfterExit GuessMainPID
  RestartPreventExitStatus RestartForceExitStatus SuccessExitStatus NonBlocking BusName FileDescriptorStoreMax
  NotifyAccess Sockets USBFunctionDescriptors USBFunctionStrings OOMPolicy TimeoutSec RestartSteps
  RestartMaxDelaySec RestartMode FileDescriptorStorePreserve OpenFile ReloadSignal SysVStartPriority BusPolicy
`);

const socket = words(`
  ListenStream ListenDatagram ListenSequentialPacket ListenFIFO ListenNetlink ListenSpecial ListenMessageQueue
  ListenUSBFunction SocketProtocol BindIPv6Only Backlog BindToDevice ExecStartPre ExecStartPost ExecStopPre
  ExecStopPost SocketUser SocketGroup SocketMode DirectoryMode Accept FlushPending Writable MaxConnections
  MaxConnectionsPerSource KeepAlive KeepAliveTimeSec KeepAliveIntervalSec KeepAliveProbes DeferAcceptSec NoDelay
  Priority ReceiveBuffer SendBuffer IPTOS IPTTL Mark PipeSize FreeBind Transparent Broadcast PassCredentials
  PassSecurity PassPacketInfo Timestamping TCPCongestion ReusePort MessageQueueMaxMessages
  MessageQueueMessageSize RemoveOnStop Symlinks FileDescriptorName Service TriggerLimitIntervalSec
  TriggerLimitBurst SmackLabel SmackLabelIPIn SmackLabelIPOut SELinuxContextFromNet TimeoutSec PassPIDFD
  AcceptFileDescriptors PassFileDescriptorsToExec PollLimitIntervalSec PollLimitBurst DeferTrigger
  DeferTriggerMaxSec
`);

const mount = words(`
  What Where Options Type DirectoryMode SloppyOptions LazyUnmount ForceUnmount ReadWriteOnly TimeoutSec
`);

const automount = words(`
  Where ExtraOptions DirectoryMode TimeoutIdleSec
`);

const swap = words(`
  What Priority Options TimeoutSec
`);

const timer = words(`
  OnCalendar OnActiveSec OnBootSec OnStartupSec OnUnitActiveSec OnUnitInactiveSec OnClockChange OnTimezoneChange
  Persistent WakeSystem RemainAfterElapse FixedRandomDelay AccuracySec RandomizedDelaySec Unit DeferReactivation
  RandomizedOffsetSec
`);

const path = words(`
  PathExists PathExistsGlob PathChanged PathModified DirectoryNotEmpty Unit MakeDirectory DirectoryMode
  TriggerLimitIntervalSec TriggerLimitBurst
`);

const slice = words(`
  ConcurrencySoftMax ConcurrencyHardMax
`);

const scope = words(`
  RuntimeMaxSec RuntimeRandomizedExtraSec TimeoutStopSec OOMPolicy
`);

const install = words(`
  Alias WantedBy RequiredBy Also DefaultInstance UpheldBy
`);

const running = [...exec, ...resources, ...kill];

const keys = {
  Unit: unit,
  Service: [...service, ...running],
  Socket: [...socket, ...running],
  Mount: [...mount, ...running],
  Automount: automount,
  Swap: [...swap, ...running],
  Timer: timer,
  Path: path,
  Slice: [...slice, ...resources],
  Scope: [...scope, ...resources, ...kill],
  Install: install,
} as const;

/** The keys of each section of a unit. */
export const unitKeys: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(keys).map(([section, names]) => [section, new Set(names)]),
);

/** The section that each type of unit has besides `[Unit]` and `[Install]`; those that are left out have none. */
export const sectionOfType: ReadonlyMap<string, string> = new Map([
  ["service", "Service"],
  ["socket", "Socket"],
  ["mount", "Mount"],
  ["automount", "Automount"],
  ["swap", "Swap"],
  ["timer", "Timer"],
  ["path", "Path"],
  ["slice", "Slice"],
  ["scope", "Scope"],
]);

/** Words that some keys take, and nothing else; systemd ignores a line with another one. */
export const unitWords: ReadonlyMap<string, readonly string[]> = new Map([
  ["Type", words("simple exec forking oneshot dbus notify notify-reload idle")],
  [
    "Restart",
    words("no on-success on-failure on-abnormal on-watchdog on-abort always"),
  ],
  ["RestartMode", words("normal direct debug")],
  ["KillMode", words("control-group process mixed none")],
  ["NotifyAccess", words("none main exec all")],
  ["BindIPv6Only", words("default both ipv6-only")],
]);

/** Keys that are on or off. */
export const unitSwitches: ReadonlySet<string> = new Set(
  words(`
  Accept AllowIsolate DefaultDependencies DynamicUser FixedRandomDelay FreeBind KeepAlive LazyUnmount MakeDirectory NoDelay
  NoNewPrivileges OnClockChange OnTimezoneChange Persistent PrivateDevices PrivateNetwork RefuseManualStart RefuseManualStop
  RemainAfterElapse RemainAfterExit RemoveOnStop StopWhenUnneeded WakeSystem
`),
);
