import type { issues as english } from '../en/issues.ts';
import type { Message } from '../format/messages.ts';

export const issues: Readonly<Record<keyof typeof english, Message>> = {
  'issues.EMPTY_TEXT': 'El texto está vacío; una política empieza con `{`.',
  'issues.TEXT_TOO_LONG': 'El texto tiene {length} caracteres; una política puede tener {limit} como máximo.',
  'issues.TOO_DEEP': 'El texto tiene más de {limit} niveles anidados.',
  'issues.VALUE_EXPECTED': 'Aquí se espera un valor y se encontró `{found}`.',
  'issues.KEY_EXPECTED': 'Aquí se espera un nombre entre comillas dobles y se encontró `{found}`.',
  'issues.COLON_EXPECTED': 'Se esperan dos puntos después de `{key}`.',
  'issues.COMMA_EXPECTED': 'Aquí se espera una coma.',
  'issues.TRAILING_COMMA': 'El último elemento no lleva coma.',
  'issues.NOT_CLOSED': 'Falta `{close}`.',
  'issues.STRING_NOT_CLOSED': 'El texto entre comillas no se cierra en esta línea.',
  'issues.SINGLE_QUOTES': 'JSON usa comillas dobles, no simples: `{found}`.',
  'issues.SMART_QUOTES':
    'Las comillas tipográficas ({character}) no son comillas de JSON; usa comillas dobles rectas.',
  'issues.BYTE_ORDER_MARK':
    'Aquí hay una marca de orden de bytes ({character}); borra este carácter invisible.',
  'issues.LONE_SURROGATE': 'Aquí hay medio carácter ({character}); bórralo.',
  'issues.ILLEGAL_CHARACTER': 'IAM no acepta el carácter {character} en una política.',
  'issues.CONTROL_CHARACTER_IN_STRING': 'Hay un tabulador u otro carácter de control dentro de las comillas.',
  'issues.BAD_ESCAPE': '`{escape}` no es un escape que JSON conozca.',
  'issues.FORBIDDEN_KEY': 'El nombre `{key}` no se acepta.',
  'issues.DUPLICATE_KEY': '`{key}` aparece por segunda vez; ya está en la línea {line}.',
  'issues.DUPLICATE_KEYS_WITH_DIFFERENT_CASE':
    '`{key}` y `{other}` son el mismo nombre con otras mayúsculas o minúsculas.',
  'issues.TEXT_AFTER_END': 'La política ya terminó; este texto sobra.',
  'issues.POLICY_NOT_AN_OBJECT': 'Una política es un objeto entre llaves.',
  'issues.STATEMENT_NOT_AN_OBJECT': 'Una declaración es un objeto entre llaves.',
  'issues.DATA_TYPE_MISMATCH': '`{element}` tiene un valor del tipo equivocado.',
  'issues.INVALID_POLICY_ELEMENT': '`{element}` no es un elemento de una política; las mayúsculas cuentan.',
  'issues.INVALID_VERSION': 'Version es `2012-10-17` o `2008-10-17`, no `{found}`.',
  'issues.MISSING_VERSION': 'Falta Version; sin `2012-10-17` las variables de política son texto común.',
  'issues.RCP_VERSION_REQUIRED': 'Una política de control de recursos necesita Version `2012-10-17`.',
  'issues.ID_NOT_USED': 'Id no tiene uso en este tipo de política.',
  'issues.MISSING_STATEMENT': 'Falta Statement.',
  'issues.MISSING_EFFECT': 'Esta declaración no tiene Effect.',
  'issues.INVALID_EFFECT': 'Effect es `Allow` o `Deny`, con esas letras, no `{found}`.',
  'issues.MISSING_ACTION': 'Esta declaración no tiene Action ni NotAction.',
  'issues.MISSING_RESOURCE': 'Esta declaración no tiene Resource ni NotResource.',
  'issues.MISSING_PRINCIPAL': 'Esta declaración no tiene Principal.',
  'issues.UNSUPPORTED_PRINCIPAL':
    'Este tipo de política no lleva Principal aquí: se adjunta a aquel de quien habla.',
  'issues.SCP_SYNTAX_ERROR_PRINCIPAL': 'Una política de control de servicios no lleva Principal.',
  'issues.UNSUPPORTED_ELEMENT_COMBINATION': '{first} y {second} no pueden estar en una misma declaración.',
  'issues.UNSUPPORTED_SID': 'Sid acepta solo letras y cifras, no `{sid}`.',
  'issues.UNIQUE_SIDS_REQUIRED': 'El Sid `{sid}` se usa dos veces.',
  'issues.UNIQUE_SIDS_RECOMMENDED':
    'El Sid `{sid}` se usa dos veces; casi todos los servicios lo quieren una sola vez.',
  'issues.ALLOW_WITH_NOT_PRINCIPAL': 'NotPrincipal funciona solo con Deny.',
  'issues.ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL': 'Una política de confianza no lleva NotPrincipal.',
  'issues.ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL':
    'Una política de confianza no acepta un `*` suelto como Principal.',
  'issues.ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE':
    'Una política de confianza no lleva Resource: está en su rol.',
  'issues.RCP_SYNTAX_ERROR_PRINCIPAL': 'El Principal de una política de control de recursos es `*`.',
  'issues.RCP_SYNTAX_ERROR_ALLOW': 'Una política de control de recursos propia solo puede denegar.',
  'issues.RCP_SYNTAX_ERROR_NOTACTION': 'Una política de control de recursos no lleva NotAction.',
  'issues.RCP_SYNTAX_ERROR_ACTION':
    'Una acción de una política de control de recursos nombra su servicio; `{text}` no lo hace.',
  'issues.INVALID_PRINCIPAL_FORMAT': 'Principal es `*` o un objeto como `AWS` con un nombre.',
  'issues.INVALID_PRINCIPAL_KEY':
    '`{key}` no es un tipo de principal: AWS, Service, Federated o CanonicalUser.',
  'issues.INVALID_PRINCIPAL_ARN': '`{text}` no nombra una cuenta, un usuario, un rol ni una sesión.',
  'issues.INVALID_USER_REFERENCE': '`{text}` es el id de un usuario eliminado.',
  'issues.INVALID_ROLE_REFERENCE': '`{text}` es el id de un rol eliminado.',
  'issues.GROUP_AS_PRINCIPAL': 'Un grupo nunca es un principal: `{text}`.',
  'issues.UNSUPPORTED_WILDCARD_IN_PRINCIPAL':
    'Un principal no acepta comodines en parte del nombre: `{text}`.',
  'issues.FEDERATED_PRINCIPAL_NOT_SUPPORTED': 'Federated va solo en políticas de confianza de roles.',
  'issues.INVALID_SERVICE_PRINCIPAL_FORMAT': '`{text}` no es un nombre de servicio como `ec2.amazonaws.com`.',
  'issues.INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY':
    '`{text}` no es el dominio de un proveedor ni su ARN.',
  'issues.EMPTY_ARRAY_ACTION': 'La lista de {element} está vacía.',
  'issues.EMPTY_ARRAY_RESOURCE': 'La lista de {element} está vacía.',
  'issues.ACTION_WITHOUT_SERVICE': 'Una acción empieza con su servicio, como `s3:GetObject`; `{text}` no.',
  'issues.ACTION_WITH_TWO_COLONS': 'Una acción tiene un signo de dos puntos; `{text}` tiene más.',
  'issues.ACTION_WITHOUT_NAME': 'Una acción tiene un nombre después de los dos puntos; `{text}` no.',
  'issues.INVALID_SERVICE_IN_ACTION': '`{service}` no es un nombre de servicio.',
  'issues.UNSUPPORTED_ACTION_IN_POLICY':
    'Una política de confianza solo acepta las acciones `sts:AssumeRole…`, no `{text}`.',
  'issues.INVALID_ARN_PREFIX': 'Un recurso es `*` o un ARN que empieza con `arn:`; `{text}` no es ninguno.',
  'issues.INVALID_PARTITION': '`{partition}` no es una partición de AWS en `{text}`.',
  'issues.WILDCARD_IN_ARN_SERVICE': 'El servicio de un ARN no acepta comodines: `{text}`.',
  'issues.INVALID_ARN_SERVICE_CASE': 'El servicio de un ARN va en minúsculas: `{text}`.',
  'issues.MISSING_ARN_FIELD': 'Una política de sesión no acepta un ARN abreviado: `{text}`.',
  'issues.ARN_REGION_NOT_ALLOWED': 'Un ARN de {service} no lleva región: `{text}`.',
  'issues.INVALID_ARN_ACCOUNT': '`{account}` no es una cuenta de 12 cifras en `{text}`.',
  'issues.INVALID_CONDITION_OPERATOR': '`{operator}` no es un operador de condición; las mayúsculas cuentan.',
  'issues.NULL_WITH_IF_EXISTS': 'Null no lleva `IfExists`.',
  'issues.INVALID_CONDITION_KEY_FORMAT': 'Una clave de condición es como `aws:username`; `{key}` no.',
  'issues.WILDCARD_WITHOUT_LIKE_OPERATOR':
    '{operator} lee el comodín de `{value}` como un carácter común; StringLike lo lee como un patrón.',
  'issues.VARIABLE_UNSUPPORTED_IN_ELEMENT':
    '{element} no acepta variables de política; se lee como texto común.',
  'issues.VARIABLE_UNSUPPORTED_IN_VERSION':
    'La variable de `{text}` es texto común sin Version `2012-10-17`.',
  'issues.MISSING_BRACE_IN_VARIABLE': 'La variable de `{text}` no se cierra con una llave.',
  'issues.EMPTY_VARIABLE': 'La variable de `{text}` no tiene nombre.',
  'issues.MISSING_QUOTE_IN_VARIABLE':
    'El valor por defecto de `{text}` necesita una coma, un espacio y comillas simples.',
  'issues.UNSUPPORTED_SPACE_IN_VARIABLE': 'La variable de `{text}` tiene un espacio dentro.',
};
