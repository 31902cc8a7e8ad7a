/**
 * FEEL (DMN 1.5, chapter 10). Names with spaces arrive as one NAME: the names that a model declares are joined before
 * the parser sees them, the longest first. What a profile does not allow is refused by its name after reading.
 */
grammar Feel;

onlyExpression : expression EOF ;
onlyTests      : tests EOF ;
onlyType       : type EOF ;

tests
  : '-'                                 # AnyValue
  | 'not' '(' test (',' test)* ')'      # NoneOf
  | test (',' test)*                    # AnyOf
  ;

test
  : op=('<' | '<=' | '>' | '>=' | '=' | '!=') sum   # Against
  | span                                            # Within
  | expression                                      # Equal
  ;

expression
  : sum                                                                       # Single
  | expression op=('=' | '!=' | '<' | '<=' | '>' | '>=') sum                  # Comparison
  | expression 'between' sum 'and' sum                                        # Between
  | expression 'in' ('(' test (',' test)* ')' | test)                         # In
  | expression 'and' expression                                               # And
  | expression 'or' expression                                                # Or
  ;

sum
  : sum '.' NAME                                                              # Field
  | sum '[' expression ']'                                                    # Filter
  | sum '(' (argument (',' argument)*)? ')'                                   # Call
  | sum 'instance' 'of' type                                                  # InstanceOf
  | '-' sum                                                                   # Negate
  | sum op='**' sum                                                           # Arithmetic
  | sum op=('*' | '/') sum                                                    # Arithmetic
  | sum op=('+' | '-') sum                                                    # Arithmetic
  | 'if' expression 'then' expression 'else' expression                       # If
  | 'for' each (',' each)* 'return' expression                                # For
  | op=('some' | 'every') each (',' each)* 'satisfies' expression             # Quantified
  | 'function' '(' (parameter (',' parameter)*)? ')' external='external'? expression # Function
  | span                                                                      # SpanValue
  | '(' op=('<' | '<=' | '>' | '>=' | '=' | '!=') sum ')'                     # HalfSpan
  | '(' expression ')'                                                        # Grouped
  | '[' (expression (',' expression)*)? ']'                                   # List
  | '{' (entry (',' entry)*)? '}'                                             # Context
  | '@' STRING                                                                # AtText
  | NUMBER                                                                    # Number
  | STRING                                                                    # Text
  | ('true' | 'false')                                                        # Truth
  | 'null'                                                                    # Null
  | NAME                                                                      # Name
  | 'not'                                                                     # NotName
  ;

argument  : (NAME ':')? expression ;
parameter : NAME (':' type)? ;
entry     : (NAME | STRING) ':' expression ;
each      : NAME 'in' (sum '..' sum | expression) ;
span      : open=('[' | '(' | ']') sum '..' sum close=(']' | ')' | '[') ;

type
  : NAME '<' type '>'                                     # TypeOf
  | NAME '<' NAME ':' type (',' NAME ':' type)* '>'       # ContextType
  | 'function' '<' (type (',' type)*)? '>' '->' type      # FunctionType
  | NAME ('.' NAME)*                                      # NamedType
  | 'null'                                                # NullType
  | 'function'                                            # AnyFunction
  ;

NUMBER  : (DIGIT+ ('.' DIGIT+)? | '.' DIGIT+) ([eE] [+-]? DIGIT+)? ;
STRING  : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;
NAME    : START PART* ;
SPACE   : ([ \t\r\n\u000B\u000C\u0085\u00A0\u1680\u180E\u2000-\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF])+ -> skip ;
COMMENT : ('//' ~[\r\n]* | '/*' .*? '*/') -> skip ;
OTHER   : . ;

fragment DIGIT : [0-9] ;
fragment START
  : [?A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF]
  | [\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}] ;
fragment PART  : START | [0-9\u00B7\u203F\u2040] ;
