package callward.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the house, as its floor plan and its habits give them. */
@AnalyzeClasses(packages = "callward", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule rooms_use_only_the_rooms_that_the_plan_lets_them_use = classes()
        .should(adhereToPlantUmlDiagram(Path.of("docs/house.puml"), consideringOnlyDependenciesInDiagram()));

    @ArchTest
    static final ArchRule rooms_form_no_circle = slices().matching("callward.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_engine_is_plain_java = noClasses().that().resideInAnyPackage("callward.flow", "callward.wording")
        .should().dependOnClassesThat(not(resideInAnyPackage("java..", "callward.flow", "callward.wording", "callward.phone")));

    @ArchTest
    static final ArchRule numbers_are_plain_java_and_libphonenumber = noClasses().that().resideInAPackage("callward.phone")
        .should().dependOnClassesThat(not(resideInAnyPackage("java..", "callward.phone", "com.google.i18n.phonenumbers..")));

    @ArchTest
    static final ArchRule the_engine_touches_no_file_socket_or_database = noClasses()
        .that().resideInAnyPackage("callward.flow", "callward.wording", "callward.phone")
        .should().dependOnClassesThat(resideInAnyPackage("java.sql..", "java.net.http..", "java.nio.file..", "java.util.logging.."));

    @ArchTest
    static final ArchRule only_its_own_door_speaks_with_twilio_s_library = noClasses().that().resideOutsideOfPackage("callward.twilio")
        .should().dependOnClassesThat().resideInAPackage("com.twilio..");

    @ArchTest
    static final ArchRule time_is_given_and_never_taken = classes().should(new ArchCondition<>("take the time from a clock") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Stream.concat(type.getAccessesFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream()).distinct()
                .filter(JavaCodeUnitAccess.class::isInstance).map(access -> (JavaCodeUnitAccess<?>) access)
                .filter(HouseRulesTest::takesTheTime).forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
        }
    });

    /** Decision 25: on Payara the threads of one singleton take each other's connections out of their transactions. */
    @ArchTest
    static final ArchRule no_singleton_lets_several_threads_in = noClasses().that().areAnnotatedWith("jakarta.ejb.Singleton")
            .should().beAnnotatedWith("jakarta.ejb.ConcurrencyManagement").orShould().beAnnotatedWith("jakarta.ejb.Lock");

    /** Decision 28: on Payara a transaction that begins in a bean of the background holds no connection, and one that is begun there holds others'. */
    @ArchTest
    static final ArchRule the_background_writes_in_transactions_of_the_server = classes().that().areAnnotatedWith("jakarta.ejb.TransactionAttribute")
            .should(new ArchCondition<>("call transactional beans by OwnTransaction alone") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getMethodCallsFromSelf().stream().filter(call -> !call.isDeclaredInLambda() && isTransactional(call.getTarget()))
                            .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule a_transaction_of_its_own_is_begun_by_OwnTransaction = noMethods().should(new ArchCondition<>("require a new transaction by annotation") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean requires = Stream.of(method, method.getOwner()).flatMap(place -> place.tryGetAnnotationOfType("jakarta.transaction.Transactional").stream())
                    .anyMatch(transactional -> transactional.get("value").toString().contains("REQUIRES_NEW"));
            events.add(new SimpleConditionEvent(method, requires, method.getDescription()));
        }
    });

    @ArchTest
    static final ArchRule nobody_depends_on_a_page_a_resource_or_a_socket = classes().should(new ArchCondition<>("not depend on *View, *Resource or *Socket") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (type.isAssignableTo("jakarta.ws.rs.core.Application")) {
                return; // it lists them
            }
            type.getDirectDependenciesFromSelf().stream().filter(HouseRulesTest::leadsToADoor)
                .forEach(found -> events.add(SimpleConditionEvent.violated(found, found.getDescription())));
        }
    });

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
        .should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Service|Dto|DTO|Common|Misc)")
        .orShould().resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..", "..service..", "..dto..");

    private static boolean isTransactional(MethodCallTarget target) {
        return target.getOwner().isAnnotatedWith("jakarta.transaction.Transactional")
                || target.resolveMember().filter(method -> method.isAnnotatedWith("jakarta.transaction.Transactional")).isPresent();
    }

    private static boolean takesTheTime(JavaCodeUnitAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getName();
        boolean noClock = call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
        if (owner.getPackageName().equals("java.time")) {
            boolean ofSettings = call.getOriginOwner().getPackageName().equals("callward.settings");
            return owner.isEquivalentTo(java.time.Clock.class) ? name.startsWith("system") && !ofSettings : name.equals("now") && noClock;
        }
        return owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
            || Set.of(Date.class.getName(), GregorianCalendar.class.getName()).contains(owner.getName()) && name.equals("<init>")
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static boolean leadsToADoor(Dependency dependency) {
        JavaClass target = outermost(dependency.getTargetClass());
        return target.getPackageName().startsWith("callward") && !target.isAnnotation() && target.getSimpleName().matches(".+(View|Resource|Socket)")
            && !target.equals(outermost(dependency.getOriginClass()));
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type.getBaseComponentType();
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }
}
