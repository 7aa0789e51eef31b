"use client";

import { FieldRow } from "@/components/ui/field";
import { SecretInput, TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import { Switch } from "@/components/ui/switch";
import type { NodeUser } from "@/lib/preset";
import { setAt } from "@/lib/set-at";
import { AccountFields } from "./users/account-fields";
import { GroupList } from "./users/group-list";
import { KeyList } from "./key-list";
import { PathField, PathMessages } from "./path-field";
import { SectionPage } from "./section-page";
import styles from "./section.module.css";
import { useSection } from "./use-section";
import { WordsInput } from "./words-input";

const someone: NodeUser = { name: "", keys: [], passwordHash: "", groups: [] };

export function UsersForm() {
  const [{ users, groups = [] }, change] = useSection("users");
  return (
    <SectionPage
      title="Users and keys"
      intro="Flatcar has the user core, who may use sudo and Docker. Give it your keys, or add users of your own."
      paths={[["users"], ["users", "users"]]}
    >
      <ListEditor
        items={users}
        onChange={(next) => change({ users: next })}
        // The first user is nearly always core: that is who has sudo without more.
        make={() =>
          users.some(({ name }) => name === "core")
            ? someone
            : { ...someone, name: "core" }
        }
        addLabel={users.length === 0 ? "Add core and its keys" : "Add user"}
        name={(user, index) =>
          user.name ? `user ${user.name}` : `user ${index + 1}`
        }
        title={(user, index) => user.name || `User ${index + 1}`}
        empty="Nobody can log in yet: no key and no password are set."
        render={(user, index) => (
          <UserFields
            user={user}
            index={index}
            onChange={(next) => change({ users: setAt(users, [index], next) })}
          />
        )}
      />
      <GroupList
        groups={groups}
        onChange={(next) =>
          change({ groups: next.length > 0 ? next : undefined })
        }
      />
    </SectionPage>
  );
}

interface UserFieldsProps {
  user: NodeUser;
  index: number;
  onChange: (user: NodeUser) => void;
}

function UserFields({ user, index, onChange }: UserFieldsProps) {
  const at = ["users", "users", index] as const;
  return (
    <div
      className={styles.fields}
      role="group"
      aria-label={user.name || `User ${index + 1}`}
    >
      <PathMessages path={at} />
      <FieldRow>
        <PathField path={[...at, "name"]} label="Name" width="medium">
          <TextInput
            mono
            placeholder="core"
            value={user.name}
            onChange={(name) => onChange({ ...user, name })}
          />
        </PathField>
        <PathField path={[...at, "groups"]} label="Groups" width="medium">
          <WordsInput
            placeholder="sudo, docker"
            value={user.groups}
            onChange={(groups) => onChange({ ...user, groups })}
          />
        </PathField>
      </FieldRow>
      <KeyList
        at={[...at, "keys"]}
        keys={user.keys}
        onChange={(keys) => onChange({ ...user, keys })}
      />
      <PathField
        path={[...at, "passwordHash"]}
        label="Password hash"
        help={
          <>
            Not the password: the output of{" "}
            <code>mkpasswd --method=SHA-512</code>. Left out of links and
            drafts.
          </>
        }
      >
        <SecretInput
          mono
          placeholder="$6$…"
          value={user.passwordHash}
          onChange={(passwordHash) => onChange({ ...user, passwordHash })}
        />
      </PathField>
      {user.name === "core" ? null : (
        <Switch
          label="May use sudo without a password"
          help="Everything, as core may."
          checked={user.sudo ?? false}
          onChange={(sudo) =>
            onChange(setAt(user, ["sudo"], sudo || undefined))
          }
        />
      )}
      <AccountFields at={at} user={user} onChange={onChange} />
    </div>
  );
}
