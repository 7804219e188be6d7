package dev.lifeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// The rules must be able to fail: each is given a class, made here, that breaks it.
class LayersTest {

    private static final ClassDesc DIALER = ClassDesc.of("dev.lifeline.client.Dialer");

    @Test
    void aFieldOfAForbiddenTypeIsFound() {
        ClassFacts view = made("dev.lifeline.view.Bad", c -> c.withField("dialer", DIALER, 0));

        assertEquals(List.of("dev.lifeline.view.Bad uses dev.lifeline.client.Dialer: view must not know client"),
                Layers.forbiddenUses(List.of(view)));
    }

    @Test
    void aForbiddenTypeArgumentIsFound() {
        ClassFacts view = made("dev.lifeline.view.Bad", c -> c.withField("dialers", ConstantDescs.CD_List,
                field -> field.with(SignatureAttribute.of(Signature.parseFrom("Ljava/util/List<Ldev/lifeline/client/Dialer;>;")))));

        assertEquals(1, Layers.forbiddenUses(List.of(view)).size());
    }

    @Test
    void aForbiddenCallInsideAMethodIsFound() {
        ClassFacts record = made("dev.lifeline.record.Bad", c -> c.withMethodBody("m", ConstantDescs.MTD_void, 0,
                code -> code.invokestatic(ClassDesc.of("dev.lifeline.run.TraceRun"), "start", ConstantDescs.MTD_void).return_()));

        assertEquals(List.of("dev.lifeline.record.Bad uses dev.lifeline.run.TraceRun: record must not know run"),
                Layers.forbiddenUses(List.of(record)));
    }

    @Test
    void whatTheTableAllowsIsNotReported() {
        ClassFacts client = made("dev.lifeline.client.Good", c -> c
                .withField("event", ClassDesc.of("dev.lifeline.model.TraceEvent"), 0)
                .withField("friend", ClassDesc.of("dev.lifeline.client.Friend"), 0));
        ClassFacts cli = made("dev.lifeline.cli.Good", c -> c.withField("dialer", DIALER, 0));

        assertEquals(List.of(), Layers.forbiddenUses(List.of(client, cli)));
    }

    @Test
    void aTextThatLooksLikeAClassIsNoUse() {
        ClassFacts view = made("dev.lifeline.view.Good", c -> c.withMethodBody("m", MethodTypeDesc.of(ConstantDescs.CD_String), 0,
                code -> code.ldc("dev/lifeline/client/Dialer").areturn()));

        assertEquals(Set.of(), view.uses());
    }

    @Test
    void aPackageThatTheTableDoesNotHaveIsReported() {
        ClassFacts stray = made("dev.lifeline.util.Strings", c -> { });

        assertEquals(List.of("dev.lifeline.util.Strings is in a package that the table of layers does not have"),
                Layers.forbiddenUses(List.of(stray)));
    }

    @Test
    void aWayOverSeveralClassesIsFound() {
        ClassFacts view = made("dev.lifeline.view.Bad", c -> c.withField("f", ClassDesc.of("dev.lifeline.model.Link"), 0));
        ClassFacts link = made("dev.lifeline.model.Link", c -> c.withField("f", DIALER, 0));

        assertEquals(List.of("dev.lifeline.view.Bad -> dev.lifeline.model.Link -> dev.lifeline.client.Dialer"),
                Layers.waysFromOfflineToProbes(List.of(view, link)));
    }

    @Test
    void aUseOfAStandardStreamIsFound() {
        ClassFacts bad = made("dev.lifeline.model.Bad", c -> c.withMethodBody("m", ConstantDescs.MTD_void, 0,
                code -> code.getstatic(ClassDesc.of("java.lang.System"), "out", ClassDesc.of("java.io.PrintStream")).pop().return_()));

        assertEquals(List.of("dev.lifeline.model.Bad uses java.lang.System.out"),
                ArchitectureTest.touching(List.of(bad), Set.of("java.lang.System.out")));
    }

    private static ClassFacts made(String name, Consumer<? super ClassBuilder> content) {
        return ClassFacts.of(ClassFile.of().build(ClassDesc.of(name), content));
    }
}
