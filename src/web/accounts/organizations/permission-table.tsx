import { ORGANIZATION_ROLES } from '#domain/accounts/membership.ts';
import { PERMISSIONS, type Permission } from '#domain/accounts/permission.ts';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';

const words = text.organizations.permissions;
const ROWS = Object.keys(PERMISSIONS) as Permission[];

/** The rule that every command asks, as a table: what each role may do. */
export function PermissionTable() {
  return (
    <table className="tb mt-2 max-w-2xl">
      <caption className="sr-only">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.act}</th>
          {ORGANIZATION_ROLES.map((role) => (
            <th key={role} scope="col">
              {text.organizations.roles[role]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((permission) => {
          const roles: readonly string[] = PERMISSIONS[permission].roles;
          return (
            <tr key={permission}>
              <th scope="row">{words.names[permission]}</th>
              {ORGANIZATION_ROLES.map((role) => (
                <td key={role}>
                  <YesNo yes={roles.includes(role)} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function YesNo({ yes }: { yes: boolean }) {
  return (
    <span className={`st ${yes ? 'st-go' : 'st-rest'}`}>
      <Icon name={yes ? 'check' : 'x'} />
      {yes ? words.yes : words.no}
    </span>
  );
}
