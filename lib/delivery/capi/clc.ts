import { clcVerification } from "./clc-contents";
import { clcStorage } from "./clc-storage";
import {
  error,
  listOf,
  said,
  structOf,
  warning,
  type CapiProblem,
  type Values,
} from "./problem";

/** A Container Linux Config, and what of the Ignition config it does not say. */
export interface Clc {
  readonly config: Values;
  readonly problems: readonly CapiProblem[];
}

/**
 * An Ignition 3 config as Container Linux Config, the language that Cluster API's kubeadm provider turns into Ignition
 * 2.3. Both name most things differently: contents by `remote.url`, filesystems by a name, sizes with a unit.
 */
export function toClc(ignition: unknown): Clc {
  const problems: CapiProblem[] = [];
  const kernel = structOf(ignition, "kernelArguments");
  if (Object.keys(kernel).length > 0)
    problems.push(
      error(
        "capi-kernel-arguments",
        "The kernel arguments are lost: Cluster API's Ignition 2.3 has none. Build them into the image, or write them to /oem/grub.cfg and reboot.",
      ),
    );
  const config = said({
    ignition: clcIgnition(structOf(ignition, "ignition"), problems),
    passwd: clcPasswd(structOf(ignition, "passwd"), problems),
    storage: clcStorage(structOf(ignition, "storage"), problems),
    systemd: clcSystemd(structOf(ignition, "systemd")),
  });
  return { config, problems };
}

function clcIgnition(ignition: Values, problems: CapiProblem[]): Values {
  const config = structOf(ignition, "config");
  const { httpResponseHeaders, httpTotal } = structOf(ignition, "timeouts");
  if (Object.keys(structOf(config, "replace")).length > 0)
    problems.push(
      error(
        "capi-replace",
        "The config is replaced by another one, and with it everything that Cluster API writes: the machine never joins.",
      ),
    );
  if (listOf(config, "merge").length > 0)
    problems.push(
      warning(
        "capi-merge",
        "Other configs are merged in. Not verified: inside Ignition 2.3 they may have to be of version 2 themselves.",
      ),
    );
  if (Object.keys(structOf(ignition, "proxy")).length > 0)
    problems.push(
      error(
        "capi-proxy",
        "The proxy of the first boot is lost: Container Linux Config has none, and what lies behind it cannot be fetched.",
      ),
    );
  const authorities = structOf(structOf(ignition, "security"), "tls");
  return said({
    config: said({ append: references(config, "merge", problems) }),
    timeouts: said({
      http_response_headers: httpResponseHeaders,
      http_total: httpTotal,
    }),
    security: said({
      tls: said({
        certificate_authorities: references(
          authorities,
          "certificateAuthorities",
          problems,
        ),
      }),
    }),
  });
}

function references(parent: Values, key: string, problems: CapiProblem[]) {
  return listOf(parent, key).map((one) =>
    said({
      source: one.source,
      verification: clcVerification(one, String(one.source), problems),
    }),
  );
}

function clcPasswd(passwd: Values, problems: CapiProblem[]): Values {
  const present = (key: string) =>
    listOf(passwd, key).filter(({ name, shouldExist }) => {
      if (shouldExist !== false) return true;
      problems.push(
        error(
          "capi-should-not-exist",
          `${name} is to be removed, which Container Linux Config cannot say: it stays.`,
        ),
      );
      return false;
    });
  return said({
    users: present("users").map((user) =>
      said({
        name: user.name,
        password_hash: user.passwordHash,
        ssh_authorized_keys: user.sshAuthorizedKeys,
        uid: user.uid,
        gecos: user.gecos,
        home_dir: user.homeDir,
        no_create_home: user.noCreateHome,
        primary_group: user.primaryGroup,
        groups: user.groups,
        no_user_group: user.noUserGroup,
        system: user.system,
        no_log_init: user.noLogInit,
        shell: user.shell,
      }),
    ),
    groups: present("groups").map((group) =>
      said({
        name: group.name,
        gid: group.gid,
        password_hash: group.passwordHash,
        system: group.system,
      }),
    ),
  });
}

function clcSystemd(systemd: Values): Values {
  return said({
    units: listOf(systemd, "units").map((unit) => ({
      name: String(unit.name),
      ...(typeof unit.enabled === "boolean" ? { enabled: unit.enabled } : {}),
      ...said({
        mask: unit.mask,
        contents: unit.contents,
        dropins: listOf(unit, "dropins").map(({ name, contents }) =>
          said({ name, contents }),
        ),
      }),
    })),
  });
}
