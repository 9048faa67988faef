import type { lint as english } from '../en/lint.ts';
import type { Message } from '../format/messages.ts';

export const lint: Readonly<Record<keyof typeof english, Message>> = {
  'lint.fix.replace': 'Escribe aquí `{text}`.',
  'lint.fix.rename': 'Llámalo `{text}`.',
  'lint.fix.remove': 'Quita `{text}`.',
  'lint.fix.insert': 'Añade `{text}`.',
  'lint.why.refused': 'IAM no guarda la política mientras esto sea así, y nada de ella se aplica.',

  'lint.INVALID_ACTION': 'La acción `{text}` no existe.',
  'lint.why.INVALID_ACTION': 'IAM la guarda de todos modos, y la entrada nunca coincide con una solicitud.',
  'lint.WILDCARD_MATCHES_NO_ACTION': 'Ninguna acción del servicio coincide con `{text}`.',
  'lint.why.WILDCARD_MATCHES_NO_ACTION':
    'La entrada no abarca nada hasta que AWS añada una acción con ese nombre.',
  'lint.INVALID_SERVICE_IN_ACTION': 'No hay ningún servicio con el prefijo `{service}`.',
  'lint.why.INVALID_SERVICE_IN_ACTION':
    'Una acción de un servicio que no existe nunca coincide con una solicitud.',
  'lint.REDUNDANT_ACTION': '`{other}` ya abarca `{text}`.',
  'lint.why.REDUNDANT_ACTION': 'La entrada no cambia nada y alarga la lectura de la política.',
  'lint.SCP_SYNTAX_ERROR_ACTION_WILDCARD':
    'En una SCP el comodín va al final de la acción; en `{text}` no es así.',
  'lint.why.SCP_SYNTAX_ERROR_ACTION_WILDCARD':
    'AWS lo recoge como error de las políticas de control de servicios.',
  'lint.RCP_SYNTAX_ERROR_ACTION': 'Las políticas de control de recursos no cubren el servicio de `{text}`.',
  'lint.why.RCP_SYNTAX_ERROR_ACTION':
    'Organizations acepta acciones de los servicios que cubren las RCP, cada una con su prefijo.',
  'lint.ALLOW_WITH_NOT_ACTION': 'Allow con NotAction concede todas las acciones menos las de la lista.',
  'lint.why.ALLOW_WITH_NOT_ACTION': 'Eso incluye IAM y todas las acciones y servicios que AWS añada después.',
  'lint.ALLOW_ALL_ACTIONS_ON_ALL_RESOURCES':
    'Esta declaración permite todas las acciones sobre todos los recursos.',
  'lint.why.ALLOW_ALL_ACTIONS_ON_ALL_RESOURCES': 'Quien la tiene administra la cuenta entera.',

  'lint.PASS_ROLE_WITH_NOT_RESOURCE': '`{action}` se permite sobre todos los roles menos los de NotResource.',
  'lint.why.PASS_ROLE_WITH_NOT_RESOURCE':
    'Un rol pasado a un servicio presta sus permisos a quien ejecuta código allí; nombra los roles o fija `iam:PassedToService`.',
  'lint.PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE':
    'Un comodín en Action abarca `{action}` sobre todos los roles menos los de NotResource.',
  'lint.why.PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE':
    'Pasar roles entra sin que se vea, y con ello los permisos de casi todos los roles.',
  'lint.PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE':
    'NotAction deja permitida `{action}` sobre todos los roles menos los de NotResource.',
  'lint.why.PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE':
    'Lo que NotAction no enumera queda permitido: también pasar casi cualquier rol a un servicio.',
  'lint.PASS_ROLE_WITH_STAR_IN_RESOURCE': '`{action}` se permite sobre todos los roles.',
  'lint.why.PASS_ROLE_WITH_STAR_IN_RESOURCE':
    'Un principal puede pasar el rol de un administrador a un servicio y actuar a través de él; nombra los roles o fija `iam:PassedToService`.',
  'lint.PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE':
    'Un comodín en Action abarca `{action}` sobre todos los roles.',
  'lint.why.PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE':
    'Pasar roles entra sin que se vea, y con ello los permisos de todos los roles de la cuenta.',
  'lint.PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION':
    'NotAction deja permitida `{action}` sobre todos los roles.',
  'lint.why.PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION':
    'Lo que NotAction no enumera queda permitido: también pasar cualquier rol a un servicio.',
  'lint.CREATE_SLR_WITH_NOT_RESOURCE':
    '`{action}` se permite sobre todos los roles menos los de NotResource.',
  'lint.why.CREATE_SLR_WITH_NOT_RESOURCE':
    'Permite crear roles vinculados de casi cualquier servicio; nómbralos o fija `iam:AWSServiceName`.',
  'lint.CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE':
    'Un comodín en Action abarca `{action}` sobre todos los roles menos los de NotResource.',
  'lint.why.CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE':
    'Crear roles vinculados a servicios entra sin que se vea, para casi cualquier servicio.',
  'lint.CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE':
    'NotAction deja permitida `{action}` sobre todos los roles menos los de NotResource.',
  'lint.why.CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE':
    'Lo que NotAction no enumera queda permitido: también crear roles vinculados de casi cualquier servicio.',
  'lint.CREATE_SLR_WITH_STAR_IN_RESOURCE': '`{action}` se permite sobre todos los roles.',
  'lint.why.CREATE_SLR_WITH_STAR_IN_RESOURCE':
    'Permite crear el rol vinculado de cualquier servicio; nómbralo o fija `iam:AWSServiceName`.',
  'lint.CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE':
    'Un comodín en Action abarca `{action}` sobre todos los roles.',
  'lint.why.CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE':
    'Crear roles vinculados a servicios entra sin que se vea, para cualquier servicio.',
  'lint.CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION':
    'NotAction deja permitida `{action}` sobre todos los roles.',
  'lint.why.CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION':
    'Lo que NotAction no enumera queda permitido: también crear el rol vinculado de cualquier servicio.',

  'lint.MISSING_ARN_FIELD': 'El ARN `{text}` tiene menos de seis campos.',
  'lint.why.MISSING_ARN_FIELD':
    'Las políticas de identidad lo completan con comodines, así que abarca más de lo que muestra; otras no encuentran nada con él o lo rechazan.',
  'lint.INVALID_SERVICE': 'En los ARN no hay ningún servicio `{service}`: `{text}`.',
  'lint.why.INVALID_SERVICE': 'Ningún recurso tiene un ARN así, por lo que la entrada nunca coincide.',
  'lint.ARN_REGION_NOT_ALLOWED': 'Un ARN de este tipo de {service} no lleva región: `{text}`.',
  'lint.why.ARN_REGION_NOT_ALLOWED':
    'El ARN del propio recurso tiene la región vacía, así que la entrada nunca coincide con él.',
  'lint.ARN_ACCOUNT_NOT_ALLOWED': 'Un ARN de este tipo de {service} no lleva cuenta: `{text}`.',
  'lint.why.ARN_ACCOUNT_NOT_ALLOWED':
    'El ARN del propio recurso tiene la cuenta vacía, así que la entrada nunca coincide con él.',
  'lint.MISSING_ARN_REGION': 'Un ARN de este tipo de {service} lleva región: `{text}`.',
  'lint.why.MISSING_ARN_REGION': 'Un campo vacío coincide solo con uno vacío; escribe la región o `*`.',
  'lint.MISSING_ARN_ACCOUNT': 'Un ARN de este tipo de {service} lleva cuenta: `{text}`.',
  'lint.why.MISSING_ARN_ACCOUNT': 'Un campo vacío coincide solo con uno vacío; escribe la cuenta o `*`.',
  'lint.INVALID_ARN_REGION': '`{region}` no es una región en `{text}`.',
  'lint.why.INVALID_ARN_REGION':
    'Ningún recurso está en una región que no existe, así que la entrada nunca coincide.',
  'lint.INVALID_ARN_RESOURCE': '{service} no tiene ningún tipo de recurso con un ARN como `{text}`.',
  'lint.why.INVALID_ARN_RESOURCE':
    'Un ARN con otra forma que la que el servicio da a sus recursos nunca coincide con uno.',
  'lint.VARIABLE_BEFORE_ARN_RESOURCE': 'La variable está antes del último campo de `{text}`.',
  'lint.why.VARIABLE_BEFORE_ARN_RESOURCE':
    'Las variables solo funcionan en la parte del recurso de un ARN; antes son texto común.',
  'lint.REDUNDANT_RESOURCE': '`{other}` ya abarca `{text}`.',
  'lint.why.REDUNDANT_RESOURCE': 'La entrada no cambia nada y alarga la lectura de la política.',

  'lint.RESOURCE_MISMATCH': 'La acción `{text}` no se pide sobre ninguno de estos recursos.',
  'lint.why.RESOURCE_MISMATCH':
    'Para esta acción la declaración nunca coincide: ni la permite ni la deniega.',
  'lint.ACTION_NEEDS_ALL_RESOURCES': 'La acción `{text}` no toma ningún recurso: necesita `*`.',
  'lint.why.ACTION_NEEDS_ALL_RESOURCES':
    'Una solicitud de esta acción no nombra ningún recurso, y solo `*` coincide con eso.',
  'lint.S3_OBJECT_ACTION_ON_BUCKET_ARN': '`{text}` se pide sobre objetos, y estos son ARN de buckets.',
  'lint.why.S3_OBJECT_ACTION_ON_BUCKET_ARN':
    'El ARN de un objeto lleva una barra y su clave después del bucket, así que esto nunca coincide.',
  'lint.S3_BUCKET_ACTION_ON_OBJECT_ARN': '`{text}` se pide sobre un bucket, y estos son ARN de objetos.',
  'lint.why.S3_BUCKET_ACTION_ON_OBJECT_ARN':
    'El ARN de un bucket termina en su nombre, así que esto nunca coincide.',
  'lint.S3_BUCKET_NAME_WITH_WILDCARD': '`{text}` abarca todos los buckets cuyo nombre empieza así.',
  'lint.why.S3_BUCKET_NAME_WITH_WILDCARD':
    'Los nombres de bucket son de todo el mundo: cualquiera puede crear uno que empiece como el tuyo.',
  'lint.RESOURCE_STAR': 'Estas acciones se piden sobre recursos que se podrían nombrar en lugar de `*`.',
  'lint.why.RESOURCE_STAR': 'Una declaración que nombra sus recursos no permite más de lo necesario.',
  'lint.RESOURCE_EFFECTIVELY_STAR': '`{text}` abarca todos los recursos del servicio.',
  'lint.why.RESOURCE_EFFECTIVELY_STAR': 'Parece un límite y no lo es.',

  'lint.UNSUPPORTED_ACTION_IN_POLICY':
    'La política está en un recurso de `{service}`; `{text}` es una acción de otro servicio.',
  'lint.why.UNSUPPORTED_ACTION_IN_POLICY':
    'Un servicio acepta solo sus propias acciones en las políticas de sus recursos.',
  'lint.UNSUPPORTED_RESOURCE_ARN_IN_POLICY':
    'La política está en un recurso de `{service}`; `{text}` es de otro servicio.',
  'lint.why.UNSUPPORTED_RESOURCE_ARN_IN_POLICY':
    'Una política de un recurso solo puede hablar de ese recurso.',
  'lint.ALLOW_EVERYONE': 'Esta declaración permite a todos, sin condición.',
  'lint.why.ALLOW_EVERYONE':
    'El recurso es público: cualquier cuenta de AWS puede hacerlo y, en algunos servicios, cualquier persona.',
  'lint.DENY_WITH_NOT_PRINCIPAL': 'Deny con NotPrincipal deniega a todos menos a los de la lista.',
  'lint.why.DENY_WITH_NOT_PRINCIPAL':
    'Un principal con límite de permisos queda denegado aunque esté en la lista; usa Principal `*` con una condición sobre `aws:PrincipalArn`.',
  'lint.RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL':
    'El servicio `{text}` queda permitido en nombre de cualquiera.',
  'lint.why.RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL':
    'Otra cuenta puede hacer que el servicio actúe sobre tu recurso; añade `aws:SourceArn`, `aws:SourceAccount` o `aws:SourceOrgID`.',
  'lint.RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL':
    '`{key}` es una clave débil para un principal de servicio.',
  'lint.why.RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL':
    '`aws:SourceArn`, `aws:SourceAccount` y `aws:SourceOrgID` dicen para quién actúa el servicio.',
  'lint.UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL':
    'Una solicitud de un principal de servicio no lleva `{key}`.',
  'lint.why.UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL':
    'La clave trata de un principal de una cuenta; un servicio no está en ninguna, y la condición nunca se cumple.',
  'lint.IRRELEVANT_CONDITION_KEY_IN_POLICY': '`{key}` no dice nada en la política de un bucket.',
  'lint.why.IRRELEVANT_CONDITION_KEY_IN_POLICY':
    'El bucket pertenece a una sola cuenta: aquí la clave tiene siempre el mismo valor.',
  'lint.RESOURCE_POLICY_PRIVILEGE_ESCALATION':
    '`{text}` deja que el principal cambie esta política (`{action}`).',
  'lint.why.RESOURCE_POLICY_PRIVILEGE_ESCALATION':
    'Quien puede cambiar la política puede darse lo que ella le niega.',

  'lint.MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL':
    'Se confía en cualquier token de `{text}`: ninguna condición mira lo que afirma.',
  'lint.why.MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL':
    'Cualquiera con una cuenta en el proveedor puede asumir el rol; exige su `aud` o `sub`.',
  'lint.MISSING_GITHUB_REPO_CONDITION_KEY':
    'Ninguna condición sobre `token.actions.githubusercontent.com:sub` dice en qué repositorio se confía.',
  'lint.why.MISSING_GITHUB_REPO_CONDITION_KEY':
    'Un flujo de trabajo de cualquier repositorio de GitHub puede asumir el rol.',
  'lint.SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED': '`{text}` confía en más de un repositorio o rama.',
  'lint.why.SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED':
    'Quien pueda subir cambios a cualquiera que coincida puede asumir el rol.',
  'lint.MISMATCHED_ACTION_FOR_PRINCIPAL': 'Este principal asume el rol con `{action}`, no con `{text}`.',
  'lint.why.MISMATCHED_ACTION_FOR_PRINCIPAL':
    'La llamada de este tipo de principal es otra, así que nadie puede asumir el rol.',
  'lint.MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY': 'IAM Roles Anywhere necesita también `{action}`.',
  'lint.why.MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY':
    'Asume el rol, etiqueta la sesión y fija su identidad de origen, todo en una llamada.',
  'lint.MISSING_ACTION_FOR_CONDITION_KEY': '`{key}` necesita que también se permita `{action}`.',
  'lint.why.MISSING_ACTION_FOR_CONDITION_KEY':
    'Solo una solicitud que pueda hacerlo lleva la clave, así que la condición nunca se cumple.',
  'lint.REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY':
    'La sesión `{text}` ya queda cubierta por su rol `{other}`.',
  'lint.why.REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY':
    'Quien confía en un rol confía en sus sesiones; la entrada no cambia nada.',
  'lint.MISSING_EXTERNAL_ID': 'Se confía en la cuenta `{text}` sin `sts:ExternalId`.',
  'lint.why.MISSING_EXTERNAL_ID':
    'Si es de un tercero, otro de sus clientes puede hacer que asuma tu rol: es el problema del suplente confuso.',

  'lint.RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY':
    '`{key}` está sin `BoolIfExists` `aws:PrincipalIsAWSService` `false`.',
  'lint.why.RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY':
    'Los servicios de AWS no llevan esa clave: la declaración deniega lo que hacen por ti.',
  'lint.RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY':
    '`{key}` está sin `Bool` `aws:PrincipalIsAWSService` `true`.',
  'lint.why.RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY':
    'Solo los servicios llevan la clave: sin la otra, la declaración deniega a todos los demás.',
  'lint.RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK':
    '`{key}` está sin una comprobación Null de `aws:SourceAccount` o `aws:SourceArn`.',
  'lint.why.RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK':
    'Los servicios no envían la clave en todas las solicitudes; las que no la llevan quedan denegadas.',

  'lint.POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA':
    'La política tiene {size} caracteres sin espacios en blanco; su cuota es de {quota}.',
  'lint.why.POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA': 'IAM no guarda una política más larga.',
  'lint.POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA':
    'La política tiene {size} caracteres sin espacios en blanco; su cuota es de {quota}.',
  'lint.why.POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA': 'El servicio no guarda una política más larga.',
  'lint.POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA':
    'La política tiene {size} caracteres sin espacios en blanco; su cuota es de {quota}.',
  'lint.why.POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA':
    'IAM no guarda una más larga si no se ha ampliado la cuota.',
  'lint.POLICY_SIZE_EXCEEDS_SCP_QUOTA':
    'La política tiene {size} caracteres sin espacios en blanco; su cuota es de {quota}.',
  'lint.why.POLICY_SIZE_EXCEEDS_SCP_QUOTA':
    'Organizations no guarda una política de control de servicios más larga.',
  'lint.POLICY_SIZE_EXCEEDS_RCP_QUOTA':
    'La política tiene {size} caracteres sin espacios en blanco; su cuota es de {quota}.',
  'lint.why.POLICY_SIZE_EXCEEDS_RCP_QUOTA':
    'Organizations no guarda una política de control de recursos más larga.',

  'lint.INVALID_GLOBAL_CONDITION_KEY': 'No hay ninguna clave de condición global `{key}`.',
  'lint.why.INVALID_GLOBAL_CONDITION_KEY':
    'Ninguna solicitud la lleva: una condición simple nunca se cumple, una negada siempre.',
  'lint.INVALID_SERVICE_CONDITION_KEY': '`{service}` no tiene la clave de condición `{key}`.',
  'lint.why.INVALID_SERVICE_CONDITION_KEY':
    'Ninguna solicitud la lleva: una condición simple nunca se cumple, una negada siempre.',
  'lint.UNSUPPORTED_GLOBAL_CONDITION_KEY':
    '`{key}` ya no es una clave; usa `aws:PrincipalArn`, o `aws:SourceArn` para un recurso.',
  'lint.why.UNSUPPORTED_GLOBAL_CONDITION_KEY': 'No decía de quién es el ARN.',
  'lint.MISSING_TAG_KEY_IN_CONDITION': '`{key}` necesita la clave de una etiqueta después de la barra.',
  'lint.why.MISSING_TAG_KEY_IN_CONDITION':
    'Sin ella la condición no trata de ninguna etiqueta, y ninguna solicitud lleva esa clave.',
  'lint.TYPE_MISMATCH': '`{key}` es del tipo {type}; {operator} compara otro tipo.',
  'lint.why.TYPE_MISMATCH':
    'Los valores se comparan como los lee el operador, y puede que nunca sean iguales.',
  'lint.STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS':
    '`{key}` es un ARN; compáralo con {other} y no con {operator}.',
  'lint.why.STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS':
    'El comodín de un operador String pasa por encima de los dos puntos: el campo de la cuenta ya no limita.',
  'lint.UNTRUSTWORTHY_CONDITION_KEY': 'Quien llama puede enviar el `{key}` que quiera.',
  'lint.why.UNTRUSTWORTHY_CONDITION_KEY': 'Lo que elige quien llama no deja fuera a nadie.',
  'lint.UNSUPPORTED_ACTION_FOR_CONDITION_KEY':
    'Ninguna de estas acciones lleva `{key}`, por ejemplo `{text}`.',
  'lint.why.UNSUPPORTED_ACTION_FOR_CONDITION_KEY':
    'La clave nunca está en sus solicitudes: Allow nunca coincide, un Deny negado siempre.',
  'lint.UNKNOWN_CONDITION_FOR_ACTION': 'La acción `{text}` no lleva `{key}`, aunque otras de aquí sí.',
  'lint.why.UNKNOWN_CONDITION_FOR_ACTION':
    'Para esta acción falta la clave: una condición simple nunca se cumple, una negada siempre.',
  'lint.DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    '`{text}` alcanza servicios cuyos recursos no tienen `{key}`.',
  'lint.why.DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'Donde el servicio no admite la clave de etiqueta, el Deny no deniega.',
  'lint.DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'Todas las acciones menos `{text}` y las demás de la lista incluyen servicios cuyos recursos no tienen `{key}`.',
  'lint.why.DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'Donde el servicio no admite la clave de etiqueta, el Deny no deniega.',
  'lint.ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    '`{text}` alcanza servicios cuyos recursos no tienen `{key}`.',
  'lint.why.ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'Donde el servicio no admite la clave de etiqueta, no se permite nada.',
  'lint.ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'Todas las acciones menos `{text}` y las demás de la lista incluyen servicios cuyos recursos no tienen `{key}`.',
  'lint.why.ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'Donde el servicio no admite la clave de etiqueta, no se permite nada.',

  'lint.INVALID_VARIABLE_FOR_OPERATOR': '{operator} no acepta variables de política: `{text}`.',
  'lint.why.INVALID_VARIABLE_FOR_OPERATOR':
    'Las variables funcionan con los operadores String y ARN, y con Bool; en los demás son texto común.',
  'lint.TYPE_MISMATCH_BOOLEAN': '{operator} compara `true` o `false`, no `{text}`.',
  'lint.why.TYPE_MISMATCH_BOOLEAN': 'Ningún valor de una solicitud es igual a él.',
  'lint.TYPE_MISMATCH_NUMBER': '{operator} compara números; `{text}` no lo es.',
  'lint.why.TYPE_MISMATCH_NUMBER': 'Nada cumple un valor que no es un número.',
  'lint.TYPE_MISMATCH_DATE': '{operator} compara fechas; `{text}` no lo es.',
  'lint.why.TYPE_MISMATCH_DATE': 'Nada cumple un valor que no es una fecha.',
  'lint.INVALID_DATE_VALUE':
    'Escribe la fecha como `YYYY-MM-DD`, con hora si hace falta, y no como `{text}`.',
  'lint.why.INVALID_DATE_VALUE': 'Así quien lee la política ve qué día se quiere decir.',
  'lint.TYPE_MISMATCH_STRING': '{operator} compara base64; `{text}` no lo es.',
  'lint.why.TYPE_MISMATCH_STRING': 'Nada cumple un valor que no es base64.',
  'lint.TYPE_MISMATCH_IP_RANGE':
    '{operator} compara direcciones y rangos como `192.0.2.0/24`; `{text}` no lo es.',
  'lint.why.TYPE_MISMATCH_IP_RANGE': 'Ninguna dirección está dentro de él.',
  'lint.INVALID_ARN_CONDITION_VALUE':
    '{operator} compara ARN campo por campo; `{text}` no tiene seis campos.',
  'lint.why.INVALID_ARN_CONDITION_VALUE': 'Nada cumple un valor que no es un ARN, tampoco un `*` suelto.',
  'lint.INVALID_REGION': '`{text}` no es una región.',
  'lint.why.INVALID_REGION':
    'Ninguna solicitud va dirigida a ella; las regiones se escriben como `eu-west-1`.',
  'lint.INVALID_VPC_FORMAT': '`{text}` no es el id de una VPC: `vpc-` y 8 o 17 caracteres.',
  'lint.why.INVALID_VPC_FORMAT': 'Ninguna solicitud viene de ella.',
  'lint.INVALID_VPCE_FORMAT':
    '`{text}` no es el id de un punto de conexión de VPC: `vpce-` y 8 o 17 caracteres.',
  'lint.why.INVALID_VPCE_FORMAT': 'Ninguna solicitud pasa por él.',
  'lint.INVALID_KMS_KEY_VALUE': '`{key}` lleva el ARN de una clave de KMS, no `{text}`.',
  'lint.why.INVALID_KMS_KEY_VALUE':
    'Las solicitudes llevan el ARN de la clave, así que un id o un alias nunca es igual a él.',
  'lint.INVALID_CONDITION_DATA_TYPE': 'Los valores de `{key}` son de tipos distintos.',
  'lint.why.INVALID_CONDITION_DATA_TYPE':
    'Una lista contiene textos, números o booleanos, y no unos y otros.',
  'lint.INVALID_CONDITION_MULTIPLE_BOOLEAN': '`{key}` tiene más de un booleano.',
  'lint.why.INVALID_CONDITION_MULTIPLE_BOOLEAN':
    '`true` y `false` juntos se cumplen siempre; un solo valor dice lo que se quiere.',
  'lint.REDUNDANT_CONDITION_VALUE_NUM':
    'Basta cualquiera de los límites de `{key}`: {bound} lo dice todo, y `{text}` nada más.',
  'lint.why.REDUNDANT_CONDITION_VALUE_NUM':
    'Varios valores se unen con O, así que el límite más estricto no limita nada.',

  'lint.PRIVATE_IP_ADDRESS': '`{key}` nombra solo direcciones privadas.',
  'lint.why.PRIVATE_IP_ADDRESS':
    'La clave contiene direcciones públicas, así que la condición nunca se cumple; `aws:VpcSourceIp` contiene las privadas.',
  'lint.PRIVATE_NOT_IP_ADDRESS': '`{key}` excluye solo direcciones privadas.',
  'lint.why.PRIVATE_NOT_IP_ADDRESS':
    'La clave contiene direcciones públicas, así que la condición siempre se cumple; `aws:VpcSourceIp` contiene las privadas.',
  'lint.PRIVATE_IP_ADDRESS_SUBSET': '`{text}` es privada, y `{key}` contiene direcciones públicas.',
  'lint.why.PRIVATE_IP_ADDRESS_SUBSET':
    'La entrada nunca coincide; `aws:VpcSourceIp` contiene direcciones privadas.',
  'lint.PRIVATE_NOT_IP_ADDRESS_SUBSET': '`{text}` es privada, y `{key}` contiene direcciones públicas.',
  'lint.why.PRIVATE_NOT_IP_ADDRESS_SUBSET':
    'La entrada no excluye nada; `aws:VpcSourceIp` contiene direcciones privadas.',
  'lint.IMPROVE_IP_RANGE': '`{text}` tiene bits después de su prefijo; el rango es `{better}`.',
  'lint.why.IMPROVE_IP_RANGE': 'Esos bits no se tienen en cuenta, y el rango es mayor de lo que parece.',

  'lint.MISSING_QUALIFIER':
    '`{key}` tiene varios valores: {operator} necesita `ForAllValues:` o `ForAnyValue:`.',
  'lint.why.MISSING_QUALIFIER': 'Sin ello la política no dice si debe coincidir un valor o todos.',
  'lint.FORALLVALUES_WITH_SINGLE_VALUED_KEY': '`{key}` tiene un solo valor: usa {other} y no {operator}.',
  'lint.why.FORALLVALUES_WITH_SINGLE_VALUED_KEY':
    'ForAllValues se cumple cuando falta la clave, así que el Allow deja pasar solicitudes sin ella.',
  'lint.FORALLVALUES_WITHOUT_NULL_CHECK':
    '{operator} sobre `{key}` se cumple cuando la solicitud no tiene esa clave.',
  'lint.why.FORALLVALUES_WITHOUT_NULL_CHECK':
    'Añade `Null` con `false` para la clave, y no se permitirán solicitudes sin ella.',
  'lint.NULL_WITH_QUALIFIER': '{operator} no mira la clave: usa `Null`.',
  'lint.why.NULL_WITH_QUALIFIER': '`ForAllValues:Null` se cumple siempre, y `ForAnyValue:Null` nunca.',
  'lint.FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE':
    '`{key}` tiene un solo valor: no le corresponde `ForAnyValue:`.',
  'lint.why.FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE':
    'Un token con varias audiencias pasaría por una sola de ellas.',
  'lint.CONFIRM_AUDIENCE_CLAIM_TYPE': 'Asegúrate de que `{key}` tiene varios valores en este proveedor.',
  'lint.why.CONFIRM_AUDIENCE_CLAIM_TYPE':
    'En la mayoría tiene uno, y un token sin él cumple `ForAllValues:`.',

  'lint.WILDCARD_USAGE_TOO_PERMISSIVE': 'El comodín de `{text}` deja fija muy poca parte de `{key}`.',
  'lint.why.WILDCARD_USAGE_TOO_PERMISSIVE':
    'Una parte del id de una cuenta, una organización o una red es también de otra; escríbelo entero.',
  'lint.VARIABLE_USAGE_TOO_PERMISSIVE': 'La variable de `{text}` deja fija muy poca parte de `{key}`.',
  'lint.why.VARIABLE_USAGE_TOO_PERMISSIVE': 'Quien fija el valor de la variable decide quién pasa.',
  'lint.REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION': 'Todos los valores de `{key}` coinciden con `*`.',
  'lint.why.REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION':
    'La condición solo pregunta si la clave está; `Null` lo dice con claridad.',
  'lint.REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION': 'Ningún valor de `{key}` es distinto de `*`.',
  'lint.why.REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION':
    'Donde está la clave la condición nunca se cumple, y la declaración no dice nada.',

  'lint.EMPTY_SID_VALUE': 'Sid está vacío.',
  'lint.why.EMPTY_SID_VALUE': 'Sid es opcional: quítalo o da un nombre a la declaración.',
  'lint.EMPTY_OBJECT_CONDITION': 'Esta parte de Condition está vacía.',
  'lint.why.EMPTY_OBJECT_CONDITION': 'No limita nada, y parece que sí.',
  'lint.EMPTY_OBJECT_PRINCIPAL': 'Principal está vacío.',
  'lint.why.EMPTY_OBJECT_PRINCIPAL': 'La declaración no trata de nadie.',
  'lint.EMPTY_ARRAY_PRINCIPAL': 'Esta lista de principales está vacía.',
  'lint.why.EMPTY_ARRAY_PRINCIPAL': 'No nombra a nadie.',
  'lint.EMPTY_ARRAY_CONDITION': 'La lista de valores de `{key}` está vacía.',
  'lint.why.EMPTY_ARRAY_CONDITION': 'Ningún valor de una solicitud está en una lista vacía.',
  'lint.EMPTY_ARRAY_CONDITION_IFEXISTS': 'La lista de valores de `{key}` está vacía.',
  'lint.why.EMPTY_ARRAY_CONDITION_IFEXISTS':
    'Con `IfExists` se cumple solo cuando falta la clave; `Null` con `true` lo dice con claridad.',
  'lint.EMPTY_ARRAY_CONDITION_FORALLVALUES': 'La lista de valores de `{key}` está vacía.',
  'lint.why.EMPTY_ARRAY_CONDITION_FORALLVALUES':
    'ForAllValues se cumple entonces solo cuando falta la clave; `Null` con `true` lo dice con claridad.',
  'lint.EMPTY_ARRAY_CONDITION_FORANYVALUE': 'La lista de valores de `{key}` está vacía.',
  'lint.why.EMPTY_ARRAY_CONDITION_FORANYVALUE':
    'ForAnyValue no se cumple entonces nunca, y la declaración no dice nada.',

  'lint.BAD_PATTERN_FOR_MFA':
    'Una solicitud con una clave de acceso de larga duración no tiene `aws:MultiFactorAuthPresent`, así que este Deny no la alcanza.',
  'lint.why.BAD_PATTERN_FOR_MFA': '`BoolIfExists` deniega también esas solicitudes.',
  'lint.ALLOW_MFA_IF_EXISTS':
    'Una solicitud con una clave de acceso de larga duración no tiene `aws:MultiFactorAuthPresent`, así que este Allow la deja pasar.',
  'lint.why.ALLOW_MFA_IF_EXISTS': '`Bool` deja pasar solo las solicitudes hechas con MFA.',
  'lint.REGION_DENY_WITHOUT_GLOBAL_SERVICES':
    'Este Deny por `{key}` detiene también servicios globales como IAM.',
  'lint.why.REGION_DENY_WITHOUT_GLOBAL_SERVICES':
    'Sus solicitudes cuentan como us-east-1; déjalos fuera con NotAction.',
  'lint.SOURCE_IP_WITHOUT_VIA_AWS_SERVICE':
    'Este Deny por `{key}` detiene también lo que los servicios de AWS hacen por el principal.',
  'lint.why.SOURCE_IP_WITHOUT_VIA_AWS_SERVICE':
    'Esas llamadas no vienen de tu dirección; exímelas con `aws:ViaAWSService`.',
  'lint.SOURCE_IP_WITH_VPC_ENDPOINT': 'Una solicitud por un punto de conexión de VPC no tiene `{key}`.',
  'lint.why.SOURCE_IP_WITH_VPC_ENDPOINT':
    'Allí la condición nunca se cumple; `aws:VpcSourceIp` contiene la dirección.',
  'lint.DENY_INSTANCE_TYPE_ON_ALL_RESOURCES':
    '{operator} sobre `{key}` se cumple para recursos que no tienen tipo de instancia.',
  'lint.why.DENY_INSTANCE_TYPE_ON_ALL_RESOURCES':
    'RunInstances pide también volúmenes y redes: todo queda denegado. Usa `instance/*` o `IfExists`.',
  'lint.DYNAMODB_ATTRIBUTES_WITHOUT_SELECT': '`{key}` está sin `dynamodb:Select`.',
  'lint.why.DYNAMODB_ATTRIBUTES_WITHOUT_SELECT':
    'Una solicitud que no nombra atributos los recibe todos, si no se exige `SPECIFIC_ATTRIBUTES`.',
  'lint.MISSING_PAIRED_CONDITION_KEYS': '`{key}` está sin `{partner}`.',
  'lint.why.MISSING_PAIRED_CONDITION_KEYS':
    'Una dirección privada no dice nada sin la red en que está: otras VPC tienen las mismas.',
  'lint.PRIVILEGE_ESCALATION': '`{text}` deja que el principal se dé más permisos.',
  'lint.why.PRIVILEGE_ESCALATION':
    'Sobre todos los recursos equivale a ser administrador; nombra los recursos o exige un límite de permisos.',
  'lint.NOTRESOURCE_WITH_ALLOW': 'Allow con NotResource abarca todos los recursos menos los de la lista.',
  'lint.why.NOTRESOURCE_WITH_ALLOW':
    'Eso incluye recursos de otras cuentas y todos los que se creen después.',
  'lint.NULL_CONTRADICTS_CONDITION': 'Una condición quiere que falte `{key}`, y otra la compara.',
  'lint.why.NULL_CONTRADICTS_CONDITION':
    'Las dos nunca se cumplen a la vez, así que la declaración no dice nada.',
  'lint.OLD_VERSION': 'Version `2008-10-17` es la antigua.',
  'lint.why.OLD_VERSION': 'Con ella las variables de política son texto común; `2012-10-17` las lee.',

  'lint.REDUNDANT_STATEMENT': 'Sin esta declaración la política significa lo mismo.',
  'lint.why.REDUNDANT_STATEMENT':
    'Otras declaraciones abarcan todo lo que dice, como se demostró sobre todas las solicitudes.',
  'lint.UNREACHABLE_STATEMENT':
    'Esta declaración no permite nada: los Deny de la propia política lo retiran todo.',
  'lint.why.UNREACHABLE_STATEMENT': 'Un Deny gana a un Allow, así que no tiene efecto mientras ellos estén.',

  'lint.why.ALLOW_WITH_NOT_PRINCIPAL':
    'Permitiría a todos los demás, también a quien llama sin identificarse, y AWS ya no lo acepta.',
  'lint.why.INVALID_ROLE_REFERENCE': 'El rol se eliminó; uno nuevo con su nombre tiene otro id.',
  'lint.why.INVALID_USER_REFERENCE': 'El usuario se eliminó; uno nuevo con su nombre tiene otro id.',
  'lint.why.MISSING_VERSION':
    'Sin ella la política se lee como una de 2008, en la que las variables son texto común.',
  'lint.why.UNIQUE_SIDS_RECOMMENDED': 'Un Sid que está una sola vez dice qué declaración decidió.',
  'lint.why.WILDCARD_WITHOUT_LIKE_OPERATOR': 'Solo es igual un valor con ese mismo carácter.',
  'lint.why.ID_NOT_USED': 'Solo lo leen las políticas de algunos servicios.',
  'lint.why.EMPTY_ARRAY_ACTION': 'Una declaración sobre ninguna acción no dice nada.',
  'lint.why.EMPTY_ARRAY_RESOURCE': 'Una declaración sobre ningún recurso no dice nada.',
  'lint.why.MISSING_BRACE_IN_VARIABLE': 'IAM la lee como texto común, y ningún nombre es así.',
  'lint.why.MISSING_QUOTE_IN_VARIABLE': 'IAM la lee como texto común, y ningún nombre es así.',
  'lint.why.UNSUPPORTED_SPACE_IN_VARIABLE': 'IAM la lee como texto común, y ningún nombre es así.',
  'lint.why.EMPTY_VARIABLE': 'IAM la lee como texto común, y ningún nombre es así.',
  'lint.why.VARIABLE_UNSUPPORTED_IN_ELEMENT':
    'Las variables funcionan en Resource y en los valores de Condition; en lo demás son texto común.',
  'lint.why.VARIABLE_UNSUPPORTED_IN_VERSION':
    'La declaración coincide entonces solo con un nombre con esos mismos caracteres.',
};
